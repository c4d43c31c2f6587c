import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formats } from '../../src/report/index.ts';
import { columns } from '../../src/report/terminal/width.ts';
import { documents, nodes } from './arbitrary.ts';
import { sketch } from './plans.ts';

const table = await formats.table();
const markdown = await formats.markdown();
const json = await formats.json();

const looks = fc.record({ width: fc.integer({ min: 60, max: 200 }), all: fc.boolean() });
const forbidden = /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const styles = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const runs = 150;

describe('of any plan', () => {
  test('no line of the table is wider than asked for, and it is the same text with colour', () => {
    fc.assert(
      fc.property(documents, looks, (document, look) => {
        const text = table([document], { ...look, color: false });
        const tooWide = text.split('\n').filter((line) => columns(line) > look.width);
        expect(tooWide).toEqual([]);
        const colored = table([document], { ...look, color: true });
        const unstyled = colored.replace(styles, '');
        expect(unstyled.replace(/ +$/gm, '')).toBe(text.replace(/ +$/gm, ''));
      }),
      { numRuns: runs },
    );
  }, 60_000);

  test('no control character, escape or direction mark reaches any format', () => {
    fc.assert(
      fc.property(documents, looks, (document, look) => {
        for (const format of [table, markdown, json]) {
          expect(format([document], { ...look, color: false })).not.toMatch(forbidden);
        }
      }),
      { numRuns: runs },
    );
  }, 60_000);

  test('Markdown keeps its structure: as many headings and folded blocks as it opens itself', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = markdown([document], { color: false, width: 80, all: true });
        const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
        expect(count(/^#/gm)).toBe(1);
        expect(count(/<details>/g)).toBe(count(/<\/details>/g));
        expect(text.replace(/<\/?(details|summary|code|br)>/g, '')).not.toMatch(/<|@(?!&#8203;)/);
        const rows = text.split('\n').filter((line) => line.startsWith('|'));
        for (const row of rows) expect(row.replaceAll(/\\./g, '')).toMatch(/^\|.*\|$/);
      }),
      { numRuns: runs },
    );
  }, 60_000);
});

test('the addends that a table shows add up to its total', () => {
  const services = fc.array(fc.record({ nodes, alive: nodes, perNode: fc.nat(300) }), { maxLength: 40 });
  fc.assert(
    fc.property(services, fc.boolean(), (sketched, all) => {
      const document = sketch({
        databases: [{ name: 'main', max: 1000 }],
        services: sketched.map((service, index) => ({ ...service, name: `s${index}`, to: 'main' })),
      });
      const rows = table([document], { color: false, width: 80, all }).match(/^ {2}[✓✗] (steady|deploy) .*/gm) ?? [];
      for (const row of rows) {
        const cells = row.replaceAll(/\d+ x \d+ =/g, '').match(/ \d+(?= )/g) ?? [];
        const [, total = 0, ...addends] = cells.map(Number).reverse();
        expect(addends.reduce((sum, addend) => sum + addend, 0)).toBe(total);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);
