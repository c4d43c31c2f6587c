import type { Ratio } from '../topology/types.ts';

/** The largest whole number that is at most n x ratio, exactly. `n` and both parts of the ratio are whole and not negative. */
export function floorOf(n: number, ratio: Ratio): number {
  const product = n * ratio.numerator;
  if (product <= Number.MAX_SAFE_INTEGER) return (product - (product % ratio.denominator)) / ratio.denominator;
  return Number((BigInt(n) * BigInt(ratio.numerator)) / BigInt(ratio.denominator));
}

/** The smallest whole number that is at least n x ratio, exactly. `n` and both parts of the ratio are whole and not negative. */
export function ceilOf(n: number, ratio: Ratio): number {
  const product = n * ratio.numerator;
  if (product <= Number.MAX_SAFE_INTEGER) {
    const rest = product % ratio.denominator;
    return rest === 0 ? product / ratio.denominator : (product - rest) / ratio.denominator + 1;
  }
  const denominator = BigInt(ratio.denominator);
  return Number((BigInt(n) * BigInt(ratio.numerator) + denominator - 1n) / denominator);
}
