import type { Ground } from './limits/ground.ts';
import { limitsOf } from './limits/index.ts';
import type { Limit } from './limits/types.ts';
import { reasonsFor } from './reasons.ts';
import { fairSizes } from './sharing/fair-sizes.ts';
import type { Recommendation } from './types.ts';
import { sizeAndOverflow } from './with-sizes.ts';

/** The sizes that should change for all limits to hold. Every limit must hold at the smallest sizes. */
export function recommendationsFor(ground: Ground, limits: readonly Limit[]): Recommendation[] {
  const { sizes, reasonFor } = sizesFor(ground, limits);
  return ground.pools.flatMap(({ on, pool, current }, index) => {
    const recommended = sizes[index] as number;
    if (recommended === current) return [];
    return [{ on, current, recommended, ...sizeAndOverflow(pool, recommended), reason: reasonFor(index) }];
  });
}

/**
 * The fairest sizes that keep all limits, and what keeps each from being larger; both by the pool's index. `allLimits` are
 * those that `limits` are taken from.
 */
export function sizesFor(ground: Ground, limits: readonly Limit[], allLimits = limitsOf) {
  const sizes = fairSizes(ground, limits);
  let reasons: ReturnType<typeof reasonsFor> | null = null;
  const reasonFor = (index: number): string => {
    reasons ??= reasonsFor(ground, limits, sizes, sizesInTime(ground, limits, allLimits) ?? sizes);
    return reasons(index);
  };
  return { sizes, reasonFor };
}

/** The sizes that would do if nothing drained longer than declared; null where that makes no difference. */
function sizesInTime(ground: Ground, limits: readonly Limit[], allLimits: typeof limitsOf): number[] | null {
  if (limits.every(({ scenario }) => scenario.kind !== 'draining')) return null;
  const holders = new Set(limits.map(({ holder }) => holder));
  const declared = allLimits(ground, ['steady', 'deploy']).filter(({ holder }) => holders.has(holder));
  return fairSizes(ground, declared);
}
