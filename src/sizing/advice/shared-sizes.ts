import { allLimitsOf } from '../limits/named.ts';
import type { SizingProblem } from '../limits/problem.ts';
import type { Limit } from '../limits/types.ts';
import { reasonsFor } from '../reasons.ts';
import { fairSizes } from '../sharing/fair-sizes.ts';

/**
 * The fairest sizes that keep all limits, and what keeps each from being larger; both by the pool's index.
 */
export function sizesFor(problem: SizingProblem, limits: readonly Limit[]) {
  const sizes = fairSizes(problem, limits);
  let reasons: ReturnType<typeof reasonsFor> | null = null;
  const reasonFor = (index: number): string => {
    reasons ??= reasonsFor(problem, limits, sizes, sizesInTime(problem, limits) ?? sizes);
    return reasons(index);
  };
  return { sizes, reasonFor };
}

/** The sizes that would do if nothing drained longer than declared; null where that makes no difference. */
function sizesInTime(problem: SizingProblem, limits: readonly Limit[]): number[] | null {
  if (limits.every(({ scenario }) => scenario.kind !== 'draining')) return null;
  const holders = new Set(limits.map(({ holder }) => holder));
  const declared = allLimitsOf(problem, ['steady', 'deploy']).filter(({ holder }) => holders.has(holder));
  return fairSizes(problem, declared);
}
