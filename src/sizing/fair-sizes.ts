import { fairest } from './fairest.ts';
import type { Ground } from './ground.ts';
import { keeps, type Limit, withoutImplied } from './limits.ts';
import { stepsOf } from './pools.ts';

/**
 * The fairest sizes that keep all limits, of pools that matter where a limit is broken today; the others stay as they are.
 * Every limit must hold at the smallest sizes. What nothing else bounds is at most the room of the limits it counts
 * towards. By index of the ground's pools.
 */
export function fairSizes(ground: Ground, limits: readonly Limit[]): number[] {
  const { pools } = ground;
  const current = pools.map((pool) => pool.current);
  const broken = new Set(limits.filter((limit) => !keeps(limit, current)).map(({ holder }) => holder));
  const shrinking = new Set(
    limits.filter(({ holder }) => broken.has(holder)).flatMap(({ costs }) => [...costs.keys()]),
  );
  const bound = (pool: number, most: number) =>
    most < Infinity ? most : Math.min(...limits.filter(({ costs }) => costs.has(pool)).map(({ room }) => room));
  const lowest = pools.map((pool, index) => (shrinking.has(index) ? pool.lowest : pool.current));
  const highest = pools.map((pool, index) => {
    if (!shrinking.has(index)) return pool.current;
    return Math.max(pool.lowest, bound(index, pool.highest));
  });
  const binding = withoutImplied(
    ground,
    limits.filter((limit) => !keeps(limit, highest)),
  );
  return fairest({
    lowest,
    highest,
    steps: stepsOf(pools.map(({ service }) => service.weight)),
    fits: (sizes) => binding.every((limit) => keeps(limit, sizes)),
    costs: pools.map((_, index) => binding.reduce((sum, { costs }) => sum + processes(costs.get(index)), 0)),
    cheaper: (a, b) => binding.every((limit) => limit.cheaper(a, b)),
  });
}

const processes = (cost: { usual: number; most: number } | undefined) => (cost ? cost.usual + cost.most : 0);
