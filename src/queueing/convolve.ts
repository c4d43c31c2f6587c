import { always, type Distribution } from './distribution.ts';

/**
 * The lowest numbers count as the next higher one where all of them together are less probable than this: it raises the
 * probability of exceeding any limit by less than this share of itself, and most of the work is saved.
 */
const dust = 1e-40;

/** Products below this are left out: they are near the smallest numbers there are, where processors become slow. */
const nothing = 1e-300;

/**
 * The distribution of the sum of two independent numbers, term by term: the products are not negative, so the smallest
 * probabilities are as accurate as the largest (a Fourier transform would drown them in the rounding of the largest).
 * A limit of one is kept: what may lie above it is collected in `beyond`, nothing is lost.
 */
export function convolve(one: Distribution, other: Distribution): Distribution {
  const limit = Math.min(one.limit, other.limit);
  const [few, many] = one.probabilities.length <= other.probabilities.length ? [one, other] : [other, one];
  const least = few.least + many.least;
  const all = Math.max(0, few.probabilities.length + many.probabilities.length - 1);
  const sums = new Float64Array(Math.max(0, Math.min(all, limit - least + 1)));
  const endFor = significantEnd(many.probabilities);
  for (let index = 0; index < few.probabilities.length; index += 1) {
    const probability = few.probabilities[index] as number;
    if (probability > 0) addScaled(sums, index, many.probabilities, probability, endFor(nothing / probability));
  }
  return lifted({ least, probabilities: sums, limit, beyond: limit === Infinity ? 0 : beyondSum(few, many, limit) });
}

/** Adds the values before `upTo`, times a factor, to `sums` from an index on, as far as there are sums. */
function addScaled(sums: Float64Array, from: number, values: Float64Array, factor: number, upTo: number): void {
  const end = Math.min(upTo, sums.length - from);
  for (let index = 0; index < end; index += 1) {
    sums[from + index] = (sums[from + index] as number) + factor * (values[index] as number);
  }
}

/** Where values end that reach a bound: all from there on are below it. */
function significantEnd(values: Float64Array): (bound: number) => number {
  const largestFrom = values.slice();
  for (let index = values.length - 2; index >= 0; index -= 1) {
    largestFrom[index] = Math.max(largestFrom[index] as number, largestFrom[index + 1] as number);
  }
  return (bound) => {
    let [low, high] = [0, values.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((largestFrom[middle] as number) >= bound) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** The probability that a sum is above a limit: for each number of the one, that of enough of the other. */
function beyondSum(few: Distribution, many: Distribution, limit: number): number {
  const { probabilities, least } = many;
  const tails = new Float64Array(probabilities.length + 1);
  tails[probabilities.length] = many.beyond;
  for (let index = probabilities.length - 1; index >= 0; index -= 1) {
    tails[index] = (tails[index + 1] as number) + (probabilities[index] as number);
  }
  let beyond = few.beyond;
  for (let index = 0; index < few.probabilities.length; index += 1) {
    const from = limit + 1 - (few.least + index) - least;
    const enough = tails[Math.min(probabilities.length, Math.max(0, from))] as number;
    beyond += (few.probabilities[index] as number) * enough;
  }
  return beyond;
}

function lifted(distribution: Distribution): Distribution {
  const { least, probabilities } = distribution;
  let [from, lowest] = [0, 0];
  while (from < probabilities.length - 1 && lowest + (probabilities[from] as number) < dust) {
    lowest += probabilities[from] as number;
    from += 1;
  }
  if (from === 0) return distribution;
  const kept = probabilities.slice(from);
  kept[0] = (kept[0] as number) + lowest;
  return { ...distribution, least: least + from, probabilities: kept };
}

/**
 * The distribution of the sum of independent numbers, that of neighbours first: where one of many is another, most of the
 * sums below stay the same. `add` convolves two of them.
 */
export function sumOf(distributions: readonly Distribution[], add = convolve): Distribution {
  const [first = always(0), ...others] = distributions;
  if (others.length === 0) return first;
  const middle = distributions.length >> 1;
  return add(sumOf(distributions.slice(0, middle), add), sumOf(distributions.slice(middle), add));
}

/** Convolves, and knows the sum of two distributions that it had before. */
export function rememberingSums(): typeof convolve {
  const known = new WeakMap<Distribution, WeakMap<Distribution, Distribution>>();
  return (one, other) => {
    const sums = known.get(one) ?? new WeakMap<Distribution, Distribution>();
    const sum = sums.get(other) ?? convolve(one, other);
    known.set(one, sums.set(other, sum));
    return sum;
  };
}

/** The distribution of the sum of `count` independent numbers of the same distribution; `count` is whole, not negative. */
export function power(distribution: Distribution, count: number): Distribution {
  if (count === 0) return always(0);
  let sum = distribution;
  for (const digit of count.toString(2).slice(1)) {
    sum = convolve(sum, sum);
    if (digit === '1') sum = convolve(sum, distribution);
  }
  return sum;
}
