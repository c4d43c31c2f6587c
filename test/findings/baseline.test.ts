import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyBaseline, type BaselineEntry, newBaseline, staleEntries } from '../../src/findings/baseline.ts';
import { identity } from '../../src/findings/compare.ts';
import type { Finding } from '../../src/findings/types.ts';
import { finding as any } from './finding.ts';

const finding = (changes: Partial<Finding> = {}): Finding =>
  any({ excess: [{ scenario: 'deploy', amount: 10 }], ...changes });

const entry = (changes: Partial<BaselineEntry> = {}): BaselineEntry => ({
  file: 'a.yml',
  rule: 'a',
  on: 'databases.main',
  severity: 'error',
  excess: [{ scenario: 'deploy', amount: 10 }],
  ...changes,
});

const amount = (amount: number) => ({ excess: [{ scenario: 'deploy', amount }] });

describe('a finding that a baseline lists', () => {
  test.each([
    ['as it was', finding(), 'baseline', null],
    ['better', finding(amount(9)), 'baseline', null],
    ['no error any more', finding({ severity: 'warning', ...amount(99) }), 'baseline', null],
    ['worse', finding(amount(11)), null, 'worse'],
    ['worse, and in the base as well', finding({ ...amount(11), change: 'unchanged' }), null, 'unchanged'],
    ['accepted by the policy', finding({ ...amount(11), acceptedBy: 'policy' }), 'policy', null],
    ['on something else', finding({ on: 'databases.logs' }), null, null],
    ['of another rule', finding({ rule: 'b' }), null, null],
  ])('%s', (_, now, acceptedBy, change) => {
    expect(applyBaseline([now], [entry()])).toMatchObject([{ acceptedBy, change }]);
  });

  test('says what it was when it is worse', () => {
    expect(applyBaseline([finding(amount(11))], [entry()])[0]?.before).toEqual(entry().excess);
  });
});

describe('an entry is stale', () => {
  const findings = new Map([['a.yml', [finding()]]]);
  test.each([
    ['not while its finding is there', entry(), false],
    ['not while its finding is there, worse', entry(amount(1)), false],
    ['when its finding is gone', entry({ rule: 'b' }), true],
    ['not when its file was not checked', entry({ file: 'b.yml' }), false],
    ['when its file is gone', entry({ file: 'gone.yml' }), true],
  ])('%s', (_, each, stale) => {
    expect(staleEntries([each], { findings, gone: new Set(['gone.yml']) })).toEqual(stale ? [each] : []);
  });
});

describe('a new baseline', () => {
  test('lists what can fail and is not accepted by the policy, and keeps what was not looked at', () => {
    const found = [
      finding({ rule: 'c' }),
      finding({ rule: 'b', severity: 'warning', acceptedBy: 'baseline' }),
      finding({ rule: 'd', severity: 'info' }),
      finding({ rule: 'e', acceptedBy: 'policy' }),
    ];
    const old = [entry({ rule: 'z' }), entry({ file: 'gone.yml' }), entry({ file: 'b.yml' }), entry({ file: 'A.yml' })];
    const written = newBaseline(old, { findings: new Map([['a.yml', found]]), gone: new Set(['gone.yml']) });
    expect(written.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['A.yml a', 'a.yml b', 'a.yml c', 'b.yml a']);
  });

  const findings = fc
    .uniqueArray(
      fc.record({
        rule: fc.constantFrom('a', 'b', 'c'),
        on: fc.constantFrom('databases.main', 'databases.logs'),
        severity: fc.constantFrom('error', 'warning'),
        excess: fc.uniqueArray(
          fc.record({
            scenario: fc.constantFrom('steady', 'deploy', null),
            amount: fc.double({ min: 1, noNaN: true }),
          }),
          { selector: ({ scenario }) => scenario },
        ),
      }),
      { selector: identity },
    )
    .map((list) => list.map((each) => finding(each as Partial<Finding>)));

  test('accepts everything it was written for, nothing of it is stale, and writing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a.yml', 'b.yml', 'c.yml'), findings), (files) => {
        const checked = { findings: new Map(Object.entries(files)), gone: new Set<string>() };
        const entries = newBaseline([], checked);
        for (const [file, found] of checked.findings) {
          const own = entries.filter((each) => each.file === file);
          expect(applyBaseline(found, own).every(({ acceptedBy }) => acceptedBy === 'baseline')).toBe(true);
        }
        expect(staleEntries(entries, checked)).toEqual([]);
        expect(newBaseline(entries, checked)).toEqual(entries);
      }),
    );
  });
});
