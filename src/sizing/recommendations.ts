import { limitsOf } from './limits/index.ts';
import type { SizingProblem } from './limits/problem.ts';
import type { Limit } from './limits/types.ts';
import { reasonsFor } from './reasons.ts';
import { fairSizes } from './sharing/fair-sizes.ts';
import type { Recommendation } from './types.ts';
import { sizeAndOverflow } from './with-sizes.ts';

/** The sizes that should change for all limits to hold. Every limit must hold at the smallest sizes. */
export function recommendationsFor(problem: SizingProblem, limits: readonly Limit[]): Recommendation[] {
  const { sizes, reasonFor } = sizesFor(problem, limits);
  return problem.pools.flatMap(({ on, pool, current }, index) => {
    const recommended = sizes[index] as number;
    if (recommended === current) return [];
    return [{ on, current, recommended, ...sizeAndOverflow(pool, recommended), reason: reasonFor(index) }];
  });
}

/**
 * The fairest sizes that keep all limits, and what keeps each from being larger; both by the pool's index. `allLimits` are
 * those that `limits` are taken from.
 */
export function sizesFor(problem: SizingProblem, limits: readonly Limit[], allLimits = limitsOf) {
  const sizes = fairSizes(problem, limits);
  let reasons: ReturnType<typeof reasonsFor> | null = null;
  const reasonFor = (index: number): string => {
    reasons ??= reasonsFor(problem, limits, sizes, sizesInTime(problem, limits, allLimits) ?? sizes);
    return reasons(index);
  };
  return { sizes, reasonFor };
}

/** The sizes that would do if nothing drained longer than declared; null where that makes no difference. */
function sizesInTime(problem: SizingProblem, limits: readonly Limit[], allLimits: typeof limitsOf): number[] | null {
  if (limits.every(({ scenario }) => scenario.kind !== 'draining')) return null;
  const holders = new Set(limits.map(({ holder }) => holder));
  const declared = allLimits(problem, ['steady', 'deploy']).filter(({ holder }) => holders.has(holder));
  return fairSizes(problem, declared);
}
