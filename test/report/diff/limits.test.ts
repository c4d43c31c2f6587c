import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { diffSchema } from '../../../src/documents/diff/schema.ts';
import { diffFormats } from '../../../src/report/diff/index.ts';
import { effectColumns } from '../../../src/report/sentences/effect-columns.ts';
import { effectRows, tellingCauses } from '../../../src/report/sentences/effects.ts';
import { columns } from '../../../src/report/terminal/width.ts';
import { expectHarmless } from '../rendered.ts';
import { diffs } from './arbitrary.ts';
import { cases } from './cases.ts';

const looks = fc.record({ width: fc.integer({ min: 60, max: 200 }), all: fc.boolean() });
/** Such documents are large: to make a failing one smaller would take minutes. */
const runs = { numRuns: 60, endOnFailure: true };
const invisible = /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const styles = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const table = await diffFormats.table();
const markdown = await diffFormats.markdown();
const validate = new Ajv2020({ strict: true }).compile(diffSchema);

test('no line of the table is wider than asked for, nothing invisible is in it, and it is the same with colour', () => {
  fc.assert(
    fc.property(diffs, looks, (diff, look) => {
      const text = table(diff, { ...look, color: false });
      expect(text.split('\n').filter((line) => columns(line) > look.width)).toEqual([]);
      expect(text).not.toMatch(invisible);
      const unstyled = table(diff, { ...look, color: true }).replace(styles, '');
      expect(unstyled.replace(/ +$/gm, '')).toBe(text.replace(/ +$/gm, ''));
    }),
    runs,
  );
}, 60_000);

test('nothing breaks out of Markdown, and it is no longer than a comment may be', () => {
  fc.assert(
    fc.property(diffs, looks, (diff, look) => {
      const text = markdown(diff, { ...look, color: false });
      expect(text.length).toBeLessThan(65_000);
      expect(text).not.toMatch(invisible);
      expectHarmless(text);
    }),
    runs,
  );
}, 60_000);

test('each column adds up, whatever is folded', () => {
  fc.assert(
    fc.property(diffs, fc.nat(10), (diff, most) => {
      for (const place of diff.places) {
        const shown = effectColumns(place);
        const rows = effectRows(shown, tellingCauses(diff, most));
        shown.forEach(({ movement: { base, head, effects, interaction } }, index) => {
          const whole = [base, head, interaction?.change ?? 0, ...effects.map(({ own }) => own)];
          if (whole.some((value) => value === null || Math.abs(value) >= 1e6)) return;
          const [last = 0, ...addends] = rows.map(({ cells }) => Number(cells[index])).reverse();
          expect(addends.reduce((sum, each) => sum + each, 0)).toBe(last);
        });
      }
    }),
    runs,
  );
}, 60_000);

test.each(Object.entries(cases))('%s is what the schema says', (_, diff) => {
  validate(JSON.parse(JSON.stringify(diff)));
  expect(validate.errors ?? []).toEqual([]);
});

test('the schema refuses a key too many and a key too few', () => {
  const diff = cases.interaction;
  expect(validate(diff)).toBe(true);
  expect(validate({ ...diff, extra: 1 })).toBe(false);
  expect(validate({ ...diff, changed: undefined })).toBe(false);
});
