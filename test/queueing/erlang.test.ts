import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { erlangB, erlangC } from '../../src/queueing/erlang.ts';
import { exactErlang } from './exact.ts';

describe('a published table', () => {
  // Rappaport, Wireless Communications, 2nd edition, table 3.4: the load at which so many servers block 1, 0.5, 0.2 and
  // 0.1%. Its rows of 40 and 100 servers are left out: entries there differ from Erlang's formula in the last digit.
  const loads: readonly (readonly [servers: number, ...loads: number[]])[] = [
    [4, 0.869, 0.701, 0.535, 0.439],
    [5, 1.36, 1.13, 0.9, 0.762],
    [10, 4.46, 3.96, 3.43, 3.09],
    [20, 12, 11.1, 10.1, 9.41],
    [24, 15.3, 14.2, 13, 12.2],
    [70, 56.1, 53.7, 51, 49.2],
  ];

  test.each(loads)('of Erlang B, %d servers', (servers, ...published) => {
    const found = [0.01, 0.005, 0.002, 0.001].map((share) => loadThatBlocks(servers, share));
    expect(found.map((load) => Number(load.toPrecision(3)))).toEqual(published);
  });

  test('of Erlang B, 15 lines and 1% (Westbay, Erlang B calculator, manual)', () => {
    expect(loadThatBlocks(15, 0.01)).toBeCloseTo(8.108, 3);
  });
});

function loadThatBlocks(servers: number, share: number): number {
  let [low, high] = [0, 2 * servers];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (erlangB(servers, middle) < share) low = middle;
    else high = middle;
  }
  return low;
}

describe('a calculation in whole numbers', () => {
  const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);
  const nearlyFull = [1 - 1e-3, 1 - 1e-6, 1 - 1e-9];

  /** The largest relative error of both formulas, and how often they were compared. */
  const errors = (load: number, servers: readonly number[]) => {
    const all = [...exactErlang(load, servers)].map((exact) => [
      Math.abs(erlangB(exact.servers, load) / exact.blocking - 1),
      Math.abs(erlangC(exact.servers, load) / exact.waiting - 1),
    ]);
    return { compared: all.length, worst: Math.max(...all.flat()) };
  };

  test.each([
    // Where fewer than 10,000 are compared, more servers block less than once in 1e300.
    [1e-9, 29],
    [1e-3, 67],
    [0.5, 146],
    [1 - 1e-9, 166],
    [3.7, 221],
    [50.5, 495],
    [250, 1035],
    [1000, 2382],
    [5000, 7837],
    ...[7500, 9000, 9900, ...nearlyFull.map((share) => 10_000 * share), 10_000, 12_345.6].map((load) => [load, 10_000]),
  ])('agrees at %d Erlang, with 1 to %d servers', (load, compared) => {
    const found = errors(load as number, upTo(10_000));
    expect(found.compared).toBe(compared);
    expect(found.worst).toBeLessThan(1e-13);
  });

  test.each([1, 2, 3, 10, 30, 100, 1000, 10_000, 100_000])(
    'agrees at utilizations from 1e-9 on, %d servers',
    (servers) => {
      const utilizations = [1e-9, 1e-6, 1e-3, 0.01, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, ...nearlyFull];
      const all = utilizations.map((share) => errors(servers * share, [servers]));
      expect(Math.max(...all.map(({ worst }) => worst))).toBeLessThan(1e-13);
      expect(all.filter(({ compared }) => compared > 0).length).toBeGreaterThanOrEqual(5);
    },
  );
});

describe('at the ends', () => {
  test.each([
    [0, 0, 1, 1],
    [0, 2, 1, 1],
    [1, 0, 0, 0],
    [1, 1, 1 / 2, 1],
    [2, 5, 25 / 37, 1],
    [10_000, 1e-5, 0, 0],
    [Infinity, 7, 0, 0],
    [5, Infinity, 1, 1],
  ])('%d servers, %d Erlang', (servers, load, blocking, waiting) => {
    expect([erlangB(servers, load), erlangC(servers, load)]).toEqual([blocking, waiting]);
  });
});

describe('always', () => {
  const servers = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20_000 }));
  const share = fc.oneof(
    fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
    fc.double({ min: 1e-9, max: 0.1, noNaN: true }).map((idle) => 1 - idle),
  );
  const rounding = 1 + 1e-13;

  test('C is at least B, and follows from it', () => {
    fc.assert(
      fc.property(servers, share, (c, rho) => {
        const [blocking, waiting] = [erlangB(c, c * rho), erlangC(c, c * rho)];
        expect(waiting).toBeGreaterThanOrEqual(blocking);
        expect(waiting).toBeLessThanOrEqual(1);
        const follows = blocking / (1 - rho * (1 - blocking));
        // The difference in this form loses what 1 - rho is smaller than 1.
        expect(Math.abs(waiting - follows)).toBeLessThanOrEqual((follows * 1e-14) / (1 - rho));
      }),
      { numRuns: 500 },
    );
  });

  test('both grow with the load and shrink with servers', () => {
    fc.assert(
      fc.property(servers, share, share, (c, one, another) => {
        const [less, more] = [c * Math.min(one, another), c * Math.max(one, another)];
        for (const share of [erlangB, erlangC]) {
          expect(share(c, less)).toBeLessThanOrEqual(share(c, more) * rounding);
          expect(share(c + 1, more)).toBeLessThanOrEqual(share(c, more));
        }
      }),
      { numRuns: 500 },
    );
  });
});
