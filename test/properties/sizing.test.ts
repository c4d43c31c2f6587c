import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeBudget } from '../../src/budget/index.ts';
import { recommendSizes, withSizes } from '../../src/sizing/index.ts';
import type { Sizing } from '../../src/sizing/types.ts';
import type { Pool, Topology } from '../../src/topology/types.ts';
import { broken, choicesOf, fairerThan, hopeless } from '../sizing/exhaustion.ts';
import { smallTopologies } from '../sizing/small-topologies.ts';

const sizingOf = (given: Topology): Sizing => recommendSizes(given, computeBudget(given));

const poolsOf = (given: Topology): Pool[] => given.services.flatMap(({ pools }) => pools);

const total = ({ size, overflow }: Pool): number => size + overflow;

describe('recommended sizes', () => {
  test('are the fairest of all that fit', () => {
    fc.assert(
      fc.property(smallTopologies({ pools: 5, size: 12 }), (given) => {
        const after = poolsOf(withSizes(given, sizingOf(given).recommendations));
        const recommended = new Map(poolsOf(given).map((pool, index) => [pool, after[index] as Pool]));
        const choices = choicesOf(given);
        for (const { name } of given.databases) {
          const some = choices.filter(({ database }) => database === name);
          const answer = some.map(({ pool }) => total(recommended.get(pool) as Pool));
          expect(fairerThan(given, some, answer)).toBeNull();
        }
        for (const { pool, lowest, highest } of choices) {
          const better = recommended.get(pool) as Pool;
          expect(total(better)).toBeGreaterThanOrEqual(lowest);
          expect(total(better)).toBeLessThanOrEqual(highest);
          expect(better.size).toBe(Math.min(pool.size, total(better)));
          recommended.delete(pool);
        }
        for (const [pool, same] of recommended) expect(same).toEqual(pool);
      }),
      { numRuns: 1_000 },
    );
  });

  test('come out clean when they are planned again', () => {
    fc.assert(
      fc.property(smallTopologies({ pools: 8, size: 40, unbounded: true }), (given) => {
        const { recommendations, waysOut, spare } = sizingOf(given);
        const lost = hopeless(given);
        const names = given.databases.map(({ name }) => name);
        expect(waysOut.map(({ database }) => database)).toEqual(names.filter((name) => lost.has(name)));
        const before = broken(given);
        expect(spare.map(({ database }) => database)).toEqual(names.filter((name) => !before.has(name)));
        expect(recommendations.length > 0).toBe([...before].some((name) => !lost.has(name)));
        const after = broken(withSizes(given, recommendations));
        expect([...after].filter((name) => !lost.has(name))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
