import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { checkSchema } from '../../../src/documents/check/schema.ts';
import type { CheckDocument } from '../../../src/documents/check/types.ts';
import { checkFormats } from '../../../src/report/check/index.ts';
import { columns } from '../../../src/report/terminal/width.ts';
import { documents, texts } from '../arbitrary.ts';
import { diffs } from '../diff/arbitrary.ts';
import { finding } from '../plans.ts';
import { expectHarmless } from '../rendered.ts';
import { cases } from './cases.ts';
import { sketchCheck } from './sketch.ts';

const options = { color: false, width: 80, all: false, quiet: false, rules: [], version: '1.0.0' };
const table = await checkFormats.table();
const markdown = await checkFormats.markdown();

const changes = fc.constantFrom(null, 'new' as const, 'worse' as const, 'unchanged' as const);
const files = fc.tuple(documents, fc.array(changes, { minLength: 5, maxLength: 5 })).map(([document, change]) => ({
  ...document,
  findings: document.findings.map((each, index) => ({ ...each, change: change[index] ?? null })),
}));
const stale = fc.record({ file: texts, rule: texts, on: texts, line: fc.integer({ min: 1 }) });
const unjudged = fc.record({
  path: texts,
  problems: fc.array(
    fc.record({
      message: texts,
      hint: fc.option(texts),
      location: fc.option(fc.record({ path: texts, line: fc.nat(), column: fc.nat() })),
    }),
    { minLength: 1, maxLength: 15 },
  ),
});
const checks: fc.Arbitrary<CheckDocument> = fc
  .record({
    files: fc.array(fc.tuple(files, diffs), { minLength: 1, maxLength: 5 }),
    unjudged: fc.oneof(fc.constant([]), fc.array(unjudged, { maxLength: 15 })),
    base: fc.option(texts),
    failOn: fc.constantFrom(null, 'error' as const, 'warning' as const),
    baseline: fc.option(fc.record({ path: texts, stale: fc.array(stale, { maxLength: 15 }) })),
  })
  .map(({ files, unjudged, base, failOn, baseline }) =>
    sketchCheck(
      files.map(([file]) => file),
      { unjudged, base, fail_on: failOn, baseline, changes: base === null ? null : files.map(([, diff]) => diff) },
    ),
  );
const looks = fc.record({ width: fc.integer({ min: 60, max: 200 }), all: fc.boolean(), quiet: fc.boolean() });
/** Such documents are large: to make a failing one smaller would take minutes. */
const runs = { numRuns: 40, endOnFailure: true };
const invisible = /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const styles = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

describe('of any gate', () => {
  test('no line of the table is wider than asked for, nothing invisible is in it, and it is the same with colour', () => {
    fc.assert(
      fc.property(checks, looks, (check, look) => {
        const text = table(check, { ...options, ...look });
        expect(text.split('\n').filter((line) => columns(line) > look.width)).toEqual([]);
        expect(text).not.toMatch(invisible);
        const unstyled = table(check, { ...options, ...look, color: true }).replace(styles, '');
        expect(unstyled.replace(/ +$/gm, '')).toBe(text.replace(/ +$/gm, ''));
      }),
      runs,
    );
  }, 60_000);

  test('nothing breaks out of Markdown, and it is no longer than a comment may be', () => {
    fc.assert(
      fc.property(checks, looks, (check, look) => {
        const text = markdown(check, { ...options, ...look });
        expect(text.length).toBeLessThan(65_000);
        expect(text).not.toMatch(invisible);
        expectHarmless(text);
      }),
      runs,
    );
  }, 60_000);

  test('quiet says nothing when it passes, and else no more than without', () => {
    fc.assert(
      fc.property(checks, (check) => {
        for (const format of [table, markdown]) {
          const quiet = format(check, { ...options, quiet: true });
          const lines = new Set(format(check, options).split('\n'));
          expect(quiet === '').toBe(check.verdict === 'pass');
          expect(quiet.split('\n').filter((line) => line !== '' && !lines.has(line))).toEqual([]);
        }
      }),
      runs,
    );
  }, 60_000);
});

describe('the limit of a comment', () => {
  const wordy = (length: number) => finding({ message: 'x '.repeat(length), remedy: '</details>'.repeat(20) });
  const file = need(cases['one-file-fails']?.files[0]);
  const long = (files: number, length: number) =>
    sketchCheck(
      Array.from({ length: files }, (_, index) => ({
        ...file,
        topology: `${index}.yml`,
        findings: file.findings.map((each) => ({ ...each, message: wordy(length).message })),
      })),
    );

  const unjudged = (files: number) =>
    sketchCheck([], {
      unjudged: Array.from({ length: files }, (_, index) => ({
        path: `${index}.yml`,
        problems: [{ message: wordy(400).message, hint: null, location: null }],
      })),
    });

  test.each([
    ['very many files', long(400, 20), /\d+ failing files, \d+ plans$/],
    ['a text that is longer than a comment', long(3, 70_000), /: 3 failing files, 3 plans$/],
    ['very many files that cannot be judged', unjudged(400), /: \d+ unjudged files$/],
  ])('%s: whole blocks are left out, and counted', (_, check, counted) => {
    const text = markdown(check, { ...options, all: true });
    expect(text.length).toBeLessThan(65_000);
    expectHarmless(text);
    expect(text).toMatch(/^### (❌ Connections do not pass|⚠️ No verdict on connections)$/m);
    const last = text.trimEnd().split('\n').at(-1);
    expect(last).toMatch(/^… left out, because a comment holds 65536 characters: \d+ /);
    expect(last).toMatch(counted);
  });
});

describe('the schema', () => {
  const validate = new Ajv2020({ strict: true }).compile(checkSchema);

  test.each(Object.entries(cases))('%s is what it says', (_, check) => {
    validate(JSON.parse(JSON.stringify(check)));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('refuses a key too many and a key too few', () => {
    const check = need(cases['with-base']);
    expect(validate({ ...check, extra: 1 })).toBe(false);
    expect(validate({ ...check, totals: undefined })).toBe(false);
    expect(validate({ ...check, files: [{ ...check.files[0], extra: 1 }] })).toBe(false);
  });
});

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no such case');
  return value;
}
