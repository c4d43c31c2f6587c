import { describe, expect, test } from '@jest/globals';
import { applyAcceptance, concerns, expired } from '../../src/findings/acceptance.ts';
import { finding } from './finding.ts';

const entry = (rule: string, on: string, until: string | null = null) => ({ rule, on, reason: 'why', until });
const today = '2026-06-01';

describe('acceptance', () => {
  test('covers the finding with this rule at this place, and leaves the order', () => {
    const findings = [
      finding({ rule: 'a', on: 'x' }),
      finding({ rule: 'a', on: 'y' }),
      finding({ rule: 'b', on: 'x' }),
    ];
    const accepted = applyAcceptance(findings, [entry('a', 'y')], today);
    expect(accepted.map((each) => each.acceptedBy)).toEqual([null, 'policy', null]);
    expect(accepted.map((each) => each.acceptedFor)).toEqual([null, 'why', null]);
    expect(accepted.map(({ rule, on }) => [rule, on])).toEqual(findings.map(({ rule, on }) => [rule, on]));
  });

  test.each([
    ['2026-05-31', true],
    ['2026-06-01', false],
    ['2026-06-02', false],
    [null, false],
  ])('until %s is over on 2026-06-01: %s', (until, over) => {
    const known = entry('a', 'x', until);
    expect(expired(known, today)).toBe(over);
    expect(applyAcceptance([finding({ rule: 'a', on: 'x' })], [known], today)[0]?.acceptedBy).toBe(
      over ? null : 'policy',
    );
    expect(concerns(known, finding({ rule: 'a', on: 'x' }))).toBe(true);
  });
});
