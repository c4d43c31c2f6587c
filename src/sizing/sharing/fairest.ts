import { largest } from '../bisect.ts';
import { largestSets, oneMore, type Raising } from './largest-sets.ts';

/** Pools that share what some limits allow. Everything is by index; sizes are connections. */
export interface Sharing {
  /** The least sizes; they fit. */
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  /** What a connection counts in a fair comparison, whole and above 0: the heavier a pool, the smaller its step. */
  readonly steps: readonly number[];
  /** Whether the limits hold; smaller sizes always fit where larger ones do. */
  readonly fits: (sizes: readonly number[]) => boolean;
  /** What that takes for each size, in additions. */
  readonly effort: number;
  /** What a connection costs all limits together; orders the pools so that a cheaper one comes first. */
  readonly costs: readonly number[];
  /** True when a connection of `a` never costs any limit more than one of `b`, as long as `a` is no larger. */
  readonly cheaper: (a: number, b: number) => boolean;
}

/** The effort, over all sizes looked at, before ties are no longer broken in every way but the first. */
const maxEffort = 300_000;

/**
 * The fairest sizes that fit: of all, those whose smallest size x step is the largest, then whose second smallest is,
 * and so on, with whole numbers.
 *
 * All pools rise together until the next level does not fit. Then as many as possible of those that are stuck there rise
 * by one alone; the others stay. Where several sets of them are as large, each is followed to its end and the best end
 * wins, the first of equals. A set never needs to raise a pool and leave out a cheaper one of no larger step: the larger
 * the set can not be made, so the raised one can not rise again, and the two could change places. So pools that can be
 * ordered by cost, which they can as long as one scenario decides and nothing else tells them apart, never branch. It
 * takes pools that are cheap in different scenarios, at different poolers, or for different reasons. Should such ties
 * cost more than a fixed number of steps, the cheapest set is followed from there on: the sizes still fit, and no size can
 * be raised without lowering another, but another choice among tied pools might have been a connection fairer.
 */
export function fairest(sharing: Sharing): number[] {
  const { lowest, highest, steps } = sharing;
  const order = lowest.map((_, pool) => pool).sort((a, b) => before(sharing, a, b));
  const rank = new Map(order.map((pool, place) => [pool, place]));
  let spent = 0;
  const fits = (sizes: readonly number[]) => {
    spent += sizes.length * sharing.effort;
    return sharing.fits(sizes);
  };
  const raising: Raising = {
    fits,
    tired: () => spent > maxEffort,
    replaces: (a, b) =>
      (rank.get(a) as number) < (rank.get(b) as number) &&
      (steps[a] as number) >= (steps[b] as number) &&
      sharing.cheaper(a, b),
  };

  const share = (start: readonly number[], rising: readonly number[]): number[] => {
    let sizes = [...start];
    let open = rising;
    while (open.length > 0) {
      const level = commonLevel(sizes, open);
      sizes = raised(sizes, open, level);
      open = open.filter((pool) => (sizes[pool] as number) < (highest[pool] as number));
      const stuck = new Set(open.filter((pool) => (sizes[pool] as number) * (steps[pool] as number) === level));
      const [first = [], ...others] = largestSets(raising, sizes, [...stuck]);
      const following = (set: readonly number[]) => {
        const chosen = new Set(set);
        return open.filter((pool) => chosen.has(pool) || !stuck.has(pool));
      };
      if (others.length > 0 && !raising.tired()) {
        return others.reduce(
          (best, set) => (raising.tired() ? best : fairer(best, share(oneMore(sizes, set), following(set)))),
          share(oneMore(sizes, first), following(first)),
        );
      }
      sizes = oneMore(sizes, first);
      open = following(first);
    }
    return sizes;
  };

  const commonLevel = (sizes: readonly number[], open: readonly number[]) => {
    const reached = Math.min(...open.map((pool) => (sizes[pool] as number) * (steps[pool] as number)));
    const top = Math.max(...open.map((pool) => (highest[pool] as number) * (steps[pool] as number)));
    return largest(reached, top, (level) => level === reached || fits(raised(sizes, open, level))) as number;
  };
  const raised = (sizes: readonly number[], open: readonly number[], level: number) => {
    const result = [...sizes];
    for (const pool of open) {
      const size = Math.max(sizes[pool] as number, Math.ceil(level / (steps[pool] as number)));
      result[pool] = Math.min(highest[pool] as number, size);
    }
    return result;
  };
  const fairer = (a: number[], b: number[]) => (compare(sorted(a), sorted(b)) >= 0 ? a : b);
  const sorted = (sizes: readonly number[]) =>
    sizes.map((size, pool) => size * (steps[pool] as number)).sort((a, b) => (a === b ? 0 : a - b));

  return share(
    lowest,
    order.filter((pool) => (lowest[pool] as number) < (highest[pool] as number)),
  );
}

function before({ costs, steps }: Sharing, a: number, b: number): number {
  const byCost = (costs[a] as number) - (costs[b] as number);
  return byCost || (steps[b] as number) - (steps[a] as number) || a - b;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}
