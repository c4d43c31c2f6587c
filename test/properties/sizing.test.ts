import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeBudget } from '../../src/budget/index.ts';
import { InputError } from '../../src/findings/types.ts';
import { adviseSizes, recommendSizes, withSizes } from '../../src/sizing/index.ts';
import type { Sizing } from '../../src/sizing/types.ts';
import { parseTopology } from '../../src/topology/index.ts';
import type { Pool, Topology } from '../../src/topology/types.ts';
import { atBest, broken, choicesOf, fairerThan, hopeless } from '../sizing/exhaustion.ts';
import { smallTopologies } from '../sizing/small-topologies.ts';
import { bets, withTraffic } from '../sizing/with-traffic.ts';

const sizingOf = (given: Topology): Sizing => recommendSizes(given, { budget: computeBudget(given) });

const poolsOf = (given: Topology): Pool[] => given.services.flatMap(({ pools }) => pools);

const total = ({ size, overflow }: Pool): number => size + overflow;

describe('recommended sizes', () => {
  test('are the fairest of all that fit', () => {
    fc.assert(
      fc.property(smallTopologies({ pools: 5, size: 12 }), (given) => {
        const after = poolsOf(withSizes(given, sizingOf(given).recommendations));
        const best = atBest(given);
        const recommended = new Map(poolsOf(best).map((pool, index) => [pool, total(after[index] as Pool)]));
        const choices = choicesOf(best);
        for (const { name } of given.databases) {
          const some = choices.filter(({ database }) => database === name);
          const answer = some.map(({ pool }) => recommended.get(pool) as number);
          expect(fairerThan(best, some, answer)).toBeNull();
        }
        for (const { pool, lowest, highest } of choices) {
          expect(recommended.get(pool)).toBeGreaterThanOrEqual(lowest);
          expect(recommended.get(pool)).toBeLessThanOrEqual(highest);
          recommended.delete(pool);
        }
        for (const [pool, same] of recommended) expect(same).toBe(total(pool));
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
        expect(recommendations.filter(({ current, recommended }) => current === recommended)).toEqual([]);
        const after = broken(withSizes(given, recommendations));
        expect([...after].filter((name) => !lost.has(name))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Holds what `plan` shows of the sizes of a topology against what `recommend` says of them. */
function expectOneAdviser(given: Topology): void {
  const { recommendations, settings, waysOut } = sizingOf(given);
  const { pools, poolers, databases } = adviseSizes(given);
  const changed = <S extends { current: number; recommended: number }>(sizes: readonly S[]) =>
    sizes.filter(({ current, recommended }) => current !== recommended);
  expect(recommendations).toEqual(changed(pools).map(({ mode, traffic, ...size }) => size));
  expect(settings).toEqual(changed(poolers));
  for (const { database, maxConnections } of waysOut) {
    expect(maxConnections).toBe(databases.find((each) => each.database === database)?.needed);
  }
}

describe('plan and recommend', () => {
  const folders = ['examples', 'ok', 'budgets', 'err'];
  const files = folders.flatMap((folder) =>
    readdirSync(`fixtures/${folder}`).flatMap((file) => (file.endsWith('.yml') ? [`fixtures/${folder}/${file}`] : [])),
  );

  test('give the same sizes, with the same reasons, for every fixture', () => {
    let planned = 0;
    for (const file of files) {
      try {
        expectOneAdviser(parseTopology(readFileSync(file, 'utf8'), file));
        planned += 1;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
    expect(planned).toBeGreaterThan(40);
  });

  test.each([
    ['', smallTopologies({ pools: 6, size: 30, unbounded: true })],
    [', with traffic', withTraffic(smallTopologies({ pools: 6, size: 30, unbounded: true }))],
    [', judged by probability', bets(smallTopologies({ pools: 6, size: 20 }))],
  ])('give the same sizes%s', (_, topologies) => {
    fc.assert(fc.property(topologies, expectOneAdviser), { numRuns: 400 });
  });
});
