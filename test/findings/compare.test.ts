import { describe, expect, test } from '@jest/globals';
import { applyBase, isWorse } from '../../src/findings/compare.ts';
import type { Excess } from '../../src/findings/types.ts';
import { finding } from './finding.ts';

const reaching = (amounts: Readonly<Record<string, number>>): Excess[] =>
  Object.entries(amounts).map(([scenario, amount]) => ({ scenario, amount }));

describe('a finding is worse', () => {
  test.each([
    ['when a scenario goes further', { steady: 10 }, { steady: 11 }, true],
    ['not when it stays', { steady: 10 }, { steady: 10 }, false],
    ['not when it gets better', { steady: 10 }, { steady: 9 }, false],
    ['when one of several goes further', { steady: 10, peak: 40 }, { steady: 11, peak: 20 }, true],
    ['when a new scenario goes beyond all', { steady: 10, deploy: 30 }, { peak: 31 }, true],
    ['not when a new scenario stays within', { steady: 10, deploy: 30 }, { steady: 10, peak: 30 }, false],
    ['when a bound is lost', { steady: 10 }, { steady: Number.POSITIVE_INFINITY }, true],
    ['not without figures', {}, {}, false],
  ])('%s', (_, before, now, expected) => {
    const [old, recent] = [finding({ excess: reaching(before) }), finding({ excess: reaching(now) })];
    expect(isWorse(recent, old)).toBe(expected);
  });

  test('when it weighs more, and never when it weighs less', () => {
    const [error, warning] = [finding(), finding({ severity: 'warning', excess: reaching({ steady: 1 }) })];
    expect([isWorse(error, warning), isWorse(warning, error)]).toEqual([true, false]);
  });
});

test('findings know what became of them since the base', () => {
  const base = [
    finding(),
    finding({ on: 'databases.logs', excess: reaching({ steady: 1 }) }),
    finding({ on: 'services.web', acceptedBy: 'policy' }),
  ];
  const head = [
    finding({ rule: 'b' }),
    finding(),
    finding({ on: 'databases.logs', excess: reaching({ steady: 2 }) }),
    finding({ on: 'services.web' }),
  ];
  const compared = applyBase(head, base).map(({ change, before }) => [change, before]);
  expect(compared).toEqual([
    ['new', null],
    ['unchanged', null],
    ['worse', reaching({ steady: 1 })],
    ['new', null],
  ]);
});
