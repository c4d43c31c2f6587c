import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BaselineEntry } from '../../src/findings/baseline.ts';
import { InputError } from '../../src/findings/types.ts';
import { renderBaseline } from '../../src/report/json/baseline.ts';
import { parseBaseline } from '../../src/topology/baseline.ts';

/** Text without the characters that stand for a decoding error. */
const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /^[^\n\ufffd-\uffff]+$/.test(text));

const entries: fc.Arbitrary<BaselineEntry[]> = fc.uniqueArray(
  fc.record({
    file: word,
    rule: word,
    on: word,
    severity: fc.constantFrom('error', 'warning', 'info'),
    excess: fc.array(
      fc.record({ scenario: fc.option(word), amount: fc.double({ min: 0, minExcluded: true, noNaN: true }) }),
      { maxLength: 3 },
    ),
  }),
  { selector: ({ file, rule, on }) => `${file} ${rule} ${on}` },
);

test('a baseline is read as it was written, one entry a line', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const read = parseBaseline(renderBaseline(list), 'baseline.json');
      expect(read).toEqual(list.map((entry, index) => ({ ...entry, line: index + 4 })));
    }),
  );
});

/** The problems of a text, each on a line. */
function problemsOf(text: string): string[] {
  try {
    parseBaseline(text, 'baseline.json');
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ location: { line, column }, message }) => `${line}:${column} ${message}`);
  }
}

const good = '{"file":"a.yml","rule":"a","on":"b","severity":"error","excess":[{"scenario":null,"amount":1.5}]}';
const listing = (...lines: readonly string[]) =>
  `{\n  "schema_version": 1,\n  "entries": [\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]\n}\n`;

describe('what is wrong with a baseline is found at its place', () => {
  test.each([
    ['nothing', listing(good), []],
    ['an empty file', '', ['1:1 this is no baseline']],
    ['broken JSON', '{"entries": [', ['1:14 a `{` or `[` is never closed']],
    ['a later version', listing(good).replace('1,', '2,'), ['2:21 schema_version cannot be `2`']],
    ['a key missing', listing(good.replace('"on":"b",', '')), ['4:5 entries[0] lacks `on`']],
    ['an unknown key', listing(good, good.replace('"on"', '"on": "x", "at"')), ['5:43 entries[1] has no key `at`']],
    ['an amount below', listing(good.replace('1.5', '-1')), ['4:96 entries[0].excess[0].amount cannot be `-1`']],
    ['an amount in words', listing(good.replace('1.5', '"a"')), ['4:96 entries[0].excess[0].amount cannot be `"a"`']],
    ['one finding twice', listing(good, good), ['5:5 the same finding is listed on line 4']],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });
});
