import { fairSizes } from './fair-sizes.ts';
import type { Ground } from './ground.ts';
import { type Limit, limitsOf } from './limits.ts';
import { reasonsFor } from './reasons.ts';
import type { Recommendation } from './types.ts';
import { sizeAndOverflow } from './with-sizes.ts';

/** The sizes that should change for all limits to hold. Every limit must hold at the smallest sizes. */
export function recommendationsFor(ground: Ground, limits: readonly Limit[]): Recommendation[] {
  const sizes = fairSizes(ground, limits);
  const changed = ground.pools.flatMap(({ current }, index) => (sizes[index] === current ? [] : [index]));
  if (changed.length === 0) return [];
  const reasonFor = reasonsFor(ground, limits, sizes, sizesInTime(ground, limits) ?? sizes);
  return changed.map((index) => {
    const { on, pool, current } = ground.pools[index] as Ground['pools'][number];
    const recommended = sizes[index] as number;
    return { on, current, recommended, ...sizeAndOverflow(pool, recommended), reason: reasonFor(index) };
  });
}

/** The sizes that would do if nothing drained longer than declared; null where that makes no difference. */
function sizesInTime(ground: Ground, limits: readonly Limit[]): number[] | null {
  if (limits.every(({ scenario }) => scenario.kind !== 'draining')) return null;
  const holders = new Set(limits.map(({ holder }) => holder));
  const declared = limitsOf(ground, ['steady', 'deploy']).filter(({ holder }) => holders.has(holder));
  return fairSizes(ground, declared);
}
