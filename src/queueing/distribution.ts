/**
 * How probable each number of connections is. Every operation adds and multiplies what is not negative, so a probability
 * keeps its relative accuracy however small it is, down to about 1e-280.
 */
export interface Distribution {
  /** The number that the first of the probabilities is for. */
  readonly least: number;
  /** Probabilities of `least`, `least + 1`, ...; together with `beyond` they sum to 1. */
  readonly probabilities: Float64Array;
  /** Larger numbers are not told apart; Infinity where all are. */
  readonly limit: number;
  /** The probability of a number above `limit`. */
  readonly beyond: number;
}

/** Always the same number: whole, not negative. */
export const always = (number: number): Distribution => ({
  least: number,
  probabilities: Float64Array.of(1),
  limit: Infinity,
  beyond: 0,
});

/** The probability of a number above `limit`, which is no more than the distribution's own. */
export function tail({ least, probabilities, beyond }: Distribution, limit: number): number {
  const from = Math.max(0, limit + 1 - least);
  let sum = beyond;
  for (let index = probabilities.length - 1; index >= from; index -= 1) sum += probabilities[index] as number;
  return sum;
}

/** The smallest number that is exceeded with no greater probability than this; Infinity where the limit is exceeded with a greater one. */
export function quantile({ least, probabilities, beyond }: Distribution, longer: number): number {
  let sum = beyond;
  if (sum > longer) return Infinity;
  let index = probabilities.length - 1;
  while (index > 0 && sum + (probabilities[index] as number) <= longer) {
    sum += probabilities[index] as number;
    index -= 1;
  }
  return least + index;
}

/** The same with numbers above `limit` no longer told apart. */
export function cut(distribution: Distribution, limit: number): Distribution {
  if (limit >= distribution.limit) return distribution;
  const { least, probabilities } = distribution;
  const kept = probabilities.slice(0, Math.max(0, limit + 1 - least));
  return { least, probabilities: kept, limit, beyond: tail(distribution, limit) };
}

/** The distribution of min(number, most). */
export function atMost(distribution: Distribution, most: number): Distribution {
  const { least, probabilities, limit } = distribution;
  if (most > limit || most >= least + probabilities.length) return distribution;
  if (most <= least) return always(most);
  const capped = probabilities.slice(0, most - least + 1);
  capped[most - least] = tail(distribution, most - 1);
  return { least, probabilities: capped, limit, beyond: 0 };
}

/** The distribution of max(number, fewest). */
export function atLeast(distribution: Distribution, fewest: number): Distribution {
  const { least, probabilities, limit, beyond } = distribution;
  if (fewest <= least) return distribution;
  if (fewest > limit) return { least: 0, probabilities: new Float64Array(), limit, beyond: 1 };
  const lifted = probabilities.slice(0, fewest - least + 1).reduce((sum, each) => sum + each, 0);
  const rest = probabilities.slice(fewest - least + 1);
  return { least: fewest, probabilities: Float64Array.of(lifted, ...rest), limit, beyond };
}
