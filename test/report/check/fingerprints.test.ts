import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CheckDocument } from '../../../src/documents/check/types.ts';
import { anyCheck } from './arbitrary.ts';
import { checkOf, checks, over } from './checks.ts';
import { gitlab, options, sarif } from './formats.ts';

interface Recognized {
  /** What it is recognized by. */
  readonly print: string;
  readonly line: number | undefined;
}

interface Result {
  readonly partialFingerprints: Readonly<Record<'connbudget/v1' | 'primaryLocationLineHash', string>>;
  readonly locations: readonly [{ readonly physicalLocation: { readonly region?: { readonly startLine: number } } }];
  readonly baselineState?: string;
}

interface Issue {
  readonly fingerprint: string;
  readonly location: { readonly lines: { readonly begin: number } };
}

const results = (check: CheckDocument): Result[] => JSON.parse(sarif(check, options)).runs[0].results;

const recognized: Readonly<Record<string, (check: CheckDocument) => Recognized[]>> = {
  'SARIF, its own': (check) => results(check).map((each) => inSarif(each, 'connbudget/v1')),
  'SARIF, as GitHub reads it': (check) => results(check).map((each) => inSarif(each, 'primaryLocationLineHash')),
  GitLab: (check) =>
    JSON.parse(gitlab(check, options)).map(({ fingerprint, location }: Issue) => ({
      print: fingerprint,
      line: location.lines.begin,
    })),
};

function inSarif({ partialFingerprints, locations }: Result, key: keyof Result['partialFingerprints']): Recognized {
  return { print: partialFingerprints[key], line: locations[0].physicalLocation.region?.startLine };
}

describe.each(Object.entries(recognized))('fingerprints for %s', (_, of) => {
  test.each([1, 2, 40])('are the same after %d blank lines on top, the lines are not', (count) => {
    const before = of(checkOf({ 'topology.yml': over }));
    const after = of(checkOf({ 'topology.yml': '\n'.repeat(count) + over }));
    expect(before.length).toBeGreaterThan(1);
    expect(after).toEqual(before.map(({ print, line = 0 }) => ({ print, line: line + count })));
  });

  test('are the same for a finding that got worse', () => {
    const prints = (text: string) => of(checkOf({ 'topology.yml': text })).map(({ print }) => print);
    expect(prints(over.replace('pool: 20', 'pool: 21'))).toEqual(prints(over));
  });

  test('are the same for each way to write a path, and other for another file', () => {
    const prints = (path: string) => of(checkOf({ [path]: over })).map(({ print }) => print);
    const [plain, ...same] = ['envs/a.yml', './envs/a.yml', 'envs/x/../a.yml', 'envs\\a.yml', './/envs//./a.yml'].map(
      prints,
    );
    expect(same).toEqual(same.map(() => plain));
    expect(prints('envs/b.yml').filter((print) => plain?.includes(print))).toEqual([]);
  });

  test('are unique within a report', () => {
    fc.assert(
      fc.property(anyCheck, (check) => {
        const prints = of(check).map(({ print }) => print);
        expect(new Set(prints).size).toBe(prints.length);
      }),
    );
  });
});

test('SARIF fingerprints have the form that GitHub gives its own', () => {
  for (const { partialFingerprints } of results(checks.several)) {
    expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{32}:1$/);
  }
});

test('SARIF says what became of each finding since the base', () => {
  const states = results(checks.changed).map(({ baselineState }) => baselineState);
  expect(states).toEqual(['updated', 'unchanged', 'new', 'unchanged']);
  expect(results(checks.several).filter((result) => 'baselineState' in result)).toEqual([]);
});
