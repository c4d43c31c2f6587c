import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { convolve, power } from '../../src/queueing/convolve.ts';
import { always, atLeast, atMost, cut, type Distribution, quantile, tail } from '../../src/queueing/distribution.ts';
import { connectionsInUse } from '../../src/queueing/in-use.ts';
import { expectClose } from './close.ts';
import { exactInUse, exactSum, exactTail } from './exact-sums.ts';
import { type Processes, processes } from './processes.ts';

const sumOf = (parts: readonly Distribution[]) => parts.reduce(convolve);

const groups = fc.array(processes(6, 3), { minLength: 1, maxLength: 3 });

const inUse = ({ servers, eighths, count }: Processes, limit = Infinity) =>
  power(cut(connectionsInUse(servers, eighths / 8), limit), count);

const most = (all: readonly Processes[]) => all.reduce((sum, { servers, count }) => sum + servers * count, 0);

/** P(sum = each number), from every combination of what each process may have in use. */
function enumerated(parts: readonly Distribution[]): number[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [1];
  const others = enumerated(rest);
  const sums = new Array<number>(others.length + first.least + first.probabilities.length - 1).fill(0);
  first.probabilities.forEach((probability, index) => {
    others.forEach((other, at) => {
      sums[first.least + index + at] = (sums[first.least + index + at] as number) + probability * other;
    });
  });
  return sums;
}

describe('the sum of processes', () => {
  test('is what counting every combination gives', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const parts = all.flatMap(({ servers, eighths, count }) =>
          new Array<Distribution>(count).fill(connectionsInUse(servers, eighths / 8)),
        );
        const sum = sumOf(all.map((each) => inUse(each)));
        const expected = enumerated(parts);
        for (let limit = -1; limit < expected.length; limit += 1) {
          expectClose([tail(sum, limit)], [expected.slice(limit + 1).reduceRight((rest, each) => rest + each, 0)]);
        }
      }),
    );
  });

  test('keeps the accuracy of the smallest probabilities, against exact fractions', () => {
    fc.assert(
      fc.property(fc.array(processes(8, 12), { minLength: 1, maxLength: 3 }), fc.nat(), (all, at) => {
        const exact = exactSum(
          all.flatMap(({ servers, eighths, count }) => new Array(count).fill(exactInUse(servers, eighths))),
        );
        const limit = at % (most(all) + 1);
        expectClose([tail(sumOf(all.map((each) => inUse(each, limit))), limit)], [exactTail(exact, limit)]);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [{ servers: 10, eighths: 8, count: 30 }, 86, 1e-15],
    [{ servers: 20, eighths: 40, count: 24 }, 270, 1e-30],
    [{ servers: 5, eighths: 1, count: 60 }, 250, 1e-200],
  ])('%j: more than %d at once, below %d', (each, limit, below) => {
    const exact = exactTail(exactSum(new Array(each.count).fill(exactInUse(each.servers, each.eighths))), limit);
    expect(exact).toBeLessThan(below);
    expect(exact).toBeGreaterThan(below ** 2);
    expectClose([tail(inUse(each, limit), limit)], [exact]);
  });

  test('sums to 1 whatever the limit, which loses nothing', () => {
    fc.assert(
      fc.property(groups, fc.nat({ max: 60 }), (all, limit) => {
        const whole = sumOf(all.map((each) => inUse(each)));
        const limited = sumOf(all.map((each) => inUse(each, limit)));
        expect(tail(limited, -1)).toBeCloseTo(1, 12);
        expectClose([tail(limited, limit)], [tail(whole, limit)]);
      }),
    );
  });

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(groups, fc.nat({ max: 30 }), (all, limit) => {
        const parts = all.map((each) => inUse(each, limit));
        expectClose([tail(sumOf(parts.toReversed()), limit)], [tail(sumOf(parts), limit)]);
      }),
    );
  });

  test('of none is none, with a number that never changes is so many more', () => {
    expect(power(connectionsInUse(3, 1), 0)).toEqual(always(0));
    const moved = convolve(connectionsInUse(3, 1), always(7));
    expect(moved).toEqual({ ...connectionsInUse(3, 1), least: 7 });
    expect(tail(convolve(cut(connectionsInUse(3, 1), 5), always(7)), 5)).toBe(1);
  });

  test('what is less probable than 1e-40 at the low end counts as more, not less', () => {
    const sum = power(connectionsInUse(4, 3.9), 40);
    expect(sum.least).toBeGreaterThan(0);
    expect(tail(sum, sum.least - 1)).toBeCloseTo(1, 12);
  });
});

describe('bounds', () => {
  const distribution = connectionsInUse(6, 2);

  test('at most: a cap collects all above it', () => {
    for (let cap = 0; cap <= 7; cap += 1) {
      const capped = atMost(distribution, cap);
      for (let limit = -1; limit <= 6; limit += 1) {
        expectClose([tail(capped, limit)], [limit >= cap ? 0 : tail(distribution, limit)]);
      }
    }
  });

  test('at least: a floor collects all below it', () => {
    for (let floor = 0; floor <= 7; floor += 1) {
      const raised = atLeast(distribution, floor);
      for (let limit = -1; limit <= 7; limit += 1) {
        expectClose([tail(raised, limit)], [limit < floor ? 1 : tail(distribution, limit)]);
      }
    }
  });

  test('a cap above the limit, or a floor above it, leaves the tail alone or makes it certain', () => {
    const limited = cut(distribution, 3);
    expect(tail(atMost(limited, 5), 3)).toBe(tail(limited, 3));
    expectClose([tail(atMost(limited, 3), 2)], [tail(distribution, 2)]);
    expect(tail(atMost(limited, 3), 3)).toBe(0);
    expect(tail(atLeast(limited, 4), 3)).toBe(1);
  });
});

test('the quantile is the smallest number that is exceeded no more often, where the limit tells it', () => {
  fc.assert(
    fc.property(
      groups,
      fc.double({ min: 1e-9, max: 0.9, noNaN: true }),
      fc.integer({ min: 0, max: 20 }),
      (all, chance, limit) => {
        const whole = sumOf(all.map((each) => inUse(each)));
        const number = quantile(whole, chance);
        expect(tail(whole, number)).toBeLessThanOrEqual(chance);
        if (number > whole.least) expect(tail(whole, number - 1)).toBeGreaterThan(chance);
        const limited = sumOf(all.map((each) => inUse(each, limit)));
        if (Math.abs(tail(limited, limit) - chance) > 1e-12) {
          expect(quantile(limited, chance)).toBe(number > limit ? Infinity : Math.max(number, limited.least));
        }
      },
    ),
  );
});
