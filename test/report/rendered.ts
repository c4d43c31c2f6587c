import { expect } from '@jest/globals';
import { marked } from 'marked';

const allowed = ['h3', 'h4', 'p', 'ul', 'li', 'strong', 'code', 'br', 'details', 'summary'].concat([
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
]);

/** Markdown as a page that shows it has it: no tag that the formats do not write themselves, and each closed that was opened. */
export function expectHarmless(text: string): void {
  const html = marked.parse(text, { gfm: true, async: false });
  const tags = [...html.matchAll(/<(\/?)([^\s>]*)([^>]*)>/g)].filter(
    ([tag]) => !/^<!-- connbudget [0-9a-f]{16} -->$/.test(tag),
  );
  const strange = tags.filter(
    ([, , name = '', rest = '']) => !allowed.includes(name) || !/^( align="(left|right)")?$/.test(rest),
  );
  expect(strange.map(([tag]) => tag)).toEqual([]);
  const open: string[] = [];
  for (const [, end, name = ''] of tags) {
    if (end === '') {
      if (name !== 'br') open.push(name);
    } else {
      expect([name, ...open]).toEqual([open.at(-1), ...open]);
      open.pop();
    }
  }
  expect(open).toEqual([]);
  expect(html).not.toMatch(/(?<![\w&])[@#](?=\w)|@\w/);
}
