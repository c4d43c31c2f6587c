import { largest } from '../bisect.ts';

/** What raising pools by one connection comes to. */
export interface Raising {
  readonly fits: (sizes: readonly number[]) => boolean;
  /** Whether enough was tried: what was found so far has to do. */
  readonly tired: () => boolean;
  /** True when a set that raises `b` and leaves out `a` is no better than the set with `a` in the place of `b`. */
  readonly replaces: (a: number, b: number) => boolean;
}

/**
 * The largest sets of pools that can all be raised by one, leaving out those that others replace; the first follows the
 * order of the pools. At least one, perhaps empty. Depth first: what can not join everything before it is left out, or
 * one of those before it is, and whatever that one replaces.
 */
export function largestSets(raising: Raising, sizes: readonly number[], pools: readonly number[]): number[][] {
  let most = -1;
  let sets: number[][] = [];
  const offer = (set: number[]) => {
    if (set.length > most) sets = [];
    if (set.length >= most) sets.push(set);
    most = Math.max(most, set.length);
  };
  const search = (kept: readonly number[], rest: readonly number[]) => {
    const prefix = longestPrefix(raising, sizes, kept, rest);
    if (prefix === rest.length) {
      offer([...kept, ...rest]);
      return;
    }
    for (let at = prefix; at >= 0; at -= 1) {
      if (most >= 0 && raising.tired()) return;
      const without = rest[at] as number;
      const next = [...kept, ...rest.slice(0, at)];
      const open = rest.slice(at + 1).filter((pool) => !raising.replaces(without, pool));
      if (next.length + open.length < most) continue;
      const left = open.filter((pool) => raising.fits(oneMore(sizes, [...next, pool])));
      if (next.length + left.length >= most) search(next, left);
    }
  };
  search([], pools);
  return sets;
}

/** How many of the pools, in order, can be raised together with those that are kept. */
function longestPrefix(
  { fits }: Raising,
  sizes: readonly number[],
  kept: readonly number[],
  pools: readonly number[],
): number {
  return (
    largest(0, pools.length, (count) => count === 0 || fits(oneMore(sizes, [...kept, ...pools.slice(0, count)]))) ?? 0
  );
}

/** Sizes with one connection more for each pool of a set. */
export function oneMore(sizes: readonly number[], set: readonly number[]): number[] {
  const result = [...sizes];
  for (const pool of set) result[pool] = (result[pool] as number) + 1;
  return result;
}
