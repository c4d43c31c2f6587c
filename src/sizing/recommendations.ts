import { fairSizes } from './fair-sizes.ts';
import type { Ground } from './ground.ts';
import type { Limit } from './limits.ts';
import { reasonsFor } from './reasons.ts';
import type { Recommendation } from './types.ts';
import { sizeAndOverflow } from './with-sizes.ts';

/** The sizes that should change for all limits to hold. Every limit must hold at the smallest sizes. */
export function recommendationsFor(ground: Ground, limits: readonly Limit[]): Recommendation[] {
  const sizes = fairSizes(ground, limits);
  const changed = ground.pools.flatMap(({ current }, index) => (sizes[index] === current ? [] : [index]));
  if (changed.length === 0) return [];
  const declared = limits.filter(({ scenario }) => scenario.kind !== 'draining');
  const inTime = declared.length < limits.length ? fairSizes(ground, declared) : sizes;
  const reasonFor = reasonsFor(ground, limits, sizes, inTime);
  return changed.map((index) => {
    const { on, pool, current } = ground.pools[index] as Ground['pools'][number];
    const recommended = sizes[index] as number;
    return { on, current, recommended, ...sizeAndOverflow(pool, recommended), reason: reasonFor(index) };
  });
}
