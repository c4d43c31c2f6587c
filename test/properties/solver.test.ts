import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeBudget } from '../../src/budget/index.ts';
import { recommendSizes, withSizes } from '../../src/sizing/index.ts';
import type { Pool, Topology } from '../../src/topology/types.ts';
import { atBest } from '../sizing/exhaustion.ts';
import { mediumTopologies } from '../sizing/medium-topologies.ts';
import { levelsOf, programsOf } from '../sizing/program.ts';
import { fairestBySolver } from '../sizing/solver.ts';

const poolsOf = ({ services }: Topology): Pool[] => services.flatMap(({ pools }) => pools);

test('recommended sizes keep every scenario, and are as fair as those of an integer-programming solver', () => {
  fc.assert(
    fc.property(mediumTopologies, (given) => {
      const after = poolsOf(withSizes(given, recommendSizes(given, { budget: computeBudget(given) }).recommendations));
      const best = atBest(given);
      const recommended = new Map(poolsOf(best).map((pool, index) => [pool, after[index] as Pool]));
      for (const program of programsOf(best)) {
        const sizes = program.pools.map((pool) => recommended.get(pool)?.size ?? 0);
        expect(program.broken(sizes)).toEqual([]);
        expect(levelsOf(program, sizes)).toEqual(levelsOf(program, fairestBySolver(program)));
      }
    }),
    { numRuns: 200, endOnFailure: true },
  );
});
