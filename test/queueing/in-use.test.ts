import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tail } from '../../src/queueing/distribution.ts';
import { connectionsInUse } from '../../src/queueing/in-use.ts';
import { expectClose } from './close.ts';
import { exactInUse, quotient } from './exact-sums.ts';
import { processes } from './processes.ts';

describe('connections in use of one process', () => {
  test('one connection is in use as often as it is asked for', () => {
    expect([...connectionsInUse(1, 0.25).probabilities]).toEqual([0.75, 0.25]);
  });

  test('two connections, by hand: weights 1, 1, and 1/2 + 1/4 + 1/8 + ...', () => {
    expectClose(connectionsInUse(2, 1).probabilities, [1 / 3, 1 / 3, 1 / 3]);
  });

  test.each([
    [0, 0],
    [3, 3],
    [3, 7],
    [5, Infinity],
  ])('%d connections with a load of %d are always in use', (servers, load) => {
    expect(connectionsInUse(servers, load)).toMatchObject({ least: servers, probabilities: Float64Array.of(1) });
  });

  test('nothing is in use without load', () => {
    expect([...connectionsInUse(3, 0).probabilities]).toEqual([1, 0, 0, 0]);
  });

  test('exact fractions, as small as they may be', () => {
    fc.assert(
      fc.property(processes(80, 1), ({ servers, eighths }) => {
        const { weights, total } = exactInUse(servers, eighths);
        expectClose(
          connectionsInUse(servers, eighths / 8).probabilities,
          weights.map((weight) => quotient(weight, total)),
        );
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    [1000, 8 * 999],
    [1000, 8 * 500 + 1],
    [1000, 8 * 1000 - 1],
    [2000, 8 * 20],
  ])('%d connections with a load of %d eighths, down to 1e-300', (servers, eighths) => {
    const { weights, total } = exactInUse(servers, eighths);
    const { probabilities } = connectionsInUse(servers, eighths / 8);
    const seen = weights.map((weight) => quotient(weight, total));
    expectClose(
      probabilities.filter((_, index) => (seen[index] as number) > 1e-300),
      seen.filter((probability) => probability > 1e-300),
    );
    expect(seen.some((probability) => probability < 1e-100)).toBe(true);
  });

  test("thousands of connections: they sum to 1, and the mean in use is the load (Little's law)", () => {
    for (const load of [1, 5000, 9900, 9999.99]) {
      const inUse = connectionsInUse(10_000, load);
      expect(tail(inUse, -1)).toBeCloseTo(1, 12);
      const mean = inUse.probabilities.reduce((sum, probability, number) => sum + probability * number, 0);
      expect(mean / load).toBeCloseTo(1, 12);
    }
  });

  test('more load never means less in use', () => {
    fc.assert(
      fc.property(processes(40, 1), fc.double({ min: 1, max: 2, noNaN: true }), ({ servers, eighths }, more) => {
        const [less, loaded] = [
          connectionsInUse(servers, eighths / 8),
          connectionsInUse(servers, (eighths / 8) * more),
        ];
        for (let limit = 0; limit < servers; limit += 1) {
          expect(tail(loaded, limit)).toBeGreaterThanOrEqual(tail(less, limit) * (1 - 1e-12));
        }
      }),
    );
  });
});
