import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { renderExplanation } from '../../../src/report/text/explain/render.ts';
import { because, type Explanation, say } from '../../../src/report/text/explain/statement.ts';

const place = (path: string, line: number) => ({ kind: 'given' as const, location: { path, line, column: 1 } });

const explanation = (name: string, path: string): Explanation => ({
  title: say`${name} in deploy: ${60} connections`,
  statements: [
    {
      addend: { name, amount: 60 },
      says: say`= ${{ value: 3, noun: 'nodes', from: place(path, 4) }} x ${20}`,
      because: [because(say`${20} a node = ${{ key: name, value: 20, from: place(path, 7) }}`)],
    },
    { addend: { name: 'psql', amount: 2 }, says: [{ from: place(path, 9) }], because: [] },
  ],
});

const plain = { color: false, width: 80 };

describe('an explanation on a terminal', () => {
  test('aligns addends and names the file without its folders', () => {
    expect(renderExplanation(explanation('web', 'a/b/shop.yml'), plain)).toBe(
      [
        'web in deploy: 60 connections',
        '',
        '  web   60 = 3 nodes (shop.yml:4) x 20',
        '    20 a node = web 20 (shop.yml:7)',
        '',
        '  psql   2 (shop.yml:9)',
        '',
      ].join('\n'),
    );
  });

  test('never lets a name or a path act on the terminal', () => {
    const hostile = 'a\u001b[31mb\nc\u202ed';
    const shown = renderExplanation(explanation(hostile, `--set ${hostile}`), plain);
    expect(shown.replaceAll('\n', '')).toMatch(/^[ -~]*$/);
    expect(shown).toContain('a\\x1b[31mb\\nc\\u{202e}d 20 (--set a\\x1b[31mb\\nc\\u{202e}d)');
  });

  test.each([60, 80, 200])('keeps within %i columns whatever the names', (width) => {
    const long = renderExplanation(explanation('長い名前'.repeat(30), `${'path'.repeat(40)}.yml`), { ...plain, width });
    const widths = long.split('\n').map((line) => line.length + (line.match(/[長い名前]/g) ?? []).length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(width);
  });

  test('says the same in colour', () => {
    const given = explanation('web', 'shop.yml');
    const colored = renderExplanation(given, { color: true, width: 80 });
    expect(colored).not.toBe(renderExplanation(given, plain));
    expect(stripVTControlCharacters(colored)).toBe(renderExplanation(given, plain));
  });
});
