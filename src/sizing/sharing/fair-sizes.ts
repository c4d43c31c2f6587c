import { keeps } from '../limits/index.ts';
import type { SizingProblem } from '../limits/problem.ts';
import type { Limit } from '../limits/types.ts';
import { stepsOf } from '../pools.ts';
import { fairest } from './fairest.ts';

/**
 * The fairest sizes that keep all limits, of pools that matter where a limit is broken by what all want; the others get
 * what they want. Every limit must hold at the smallest sizes. What nothing else bounds is at most the room of the limits
 * it counts towards. By index of the problem's pools.
 */
export function fairSizes(problem: SizingProblem, limits: readonly Limit[]): number[] {
  const { pools } = problem;
  const wanted = pools.map((pool) => pool.wanted);
  const broken = new Set(limits.filter((limit) => !keeps(limit, wanted)).map(({ holder }) => holder));
  const shrinking = new Set(limits.flatMap(({ holder, costs }) => (broken.has(holder) ? [...costs.keys()] : [])));
  const roomOf = (index: number) => Math.min(...limits.filter(({ costs }) => costs.has(index)).map(({ room }) => room));
  const lowest = pools.map((pool, index) => (shrinking.has(index) ? pool.lowest : pool.wanted));
  const highest = pools.map((pool, index) => {
    if (!shrinking.has(index)) return pool.wanted;
    return pool.highest === Infinity ? Math.max(pool.lowest, roomOf(index)) : pool.highest;
  });
  const tight = limits.filter((limit) => !keeps(limit, highest));
  return fairest({
    lowest,
    highest,
    steps: stepsOf(pools.map(({ service }) => service.weight)),
    effort: tight.some(({ probability }) => probability !== undefined) ? convolution : 1,
    fits: (sizes) => tight.every((limit) => keeps(limit, sizes)),
    costs: pools.map((_, index) => tight.reduce((sum, { costs }) => sum + processes(costs.get(index)), 0)),
    cheaper: (a, b) => tight.every((limit) => limit.cheaper(a, b)),
  });
}

/** How much longer it takes to convolve than to add, at a guess: what is tried often enough is worked out in a second or two. */
const convolution = 50;

const processes = (cost: { steady: number; most: number } | undefined) => (cost ? cost.steady + cost.most : 0);
