import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { erlangB, erlangC } from '../../src/queueing/erlang.ts';
import { exactErlang } from './exact.ts';

describe('the load at which so many servers block a share, as published', () => {
  // Lucent Technologies, http://garywagoner.tripod.com/traffic/ERLANG.HTML: every second row of its table up to 31, and the
  // last. In some others a digit is wrong: it has 35.507 for 45 servers, where the rows before and after make it 35.607.
  test.each([
    [3, 0.602],
    [7, 2.935],
    [11, 5.842],
    [15, 9.01],
    [19, 12.333],
    [23, 15.761],
    [27, 19.265],
    [31, 22.827],
    [89, 77.342],
  ])('%d servers, 2%%: %d', (servers, load) => expect(loadThatBlocks(servers, 0.02).toFixed(3)).toBe(load.toFixed(3)));

  // Rappaport, Wireless Communications, the table of the capacity of Erlang B systems.
  test.each([
    [5, 1.13],
    [10, 3.96],
    [20, 11.1],
    [100, 80.9],
  ])('%d servers, 0.5%%: %d', (servers, load) =>
    expect(Number(loadThatBlocks(servers, 0.005).toPrecision(3))).toBe(load),
  );

  // Westbay, https://www.erlang.com/calculatormanual/howmuchtrafficcanatrunkgrouphandle.htm
  test('15 servers, 1%: 8.108', () => expect(loadThatBlocks(15, 0.01).toFixed(3)).toBe('8.108'));
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
