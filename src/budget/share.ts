/**
 * Splits a whole number in proportion to weights into whole numbers that add up to it: rounded down, what is left goes
 * to the largest remainders, earlier ones first. Weights are whole too; where some are Infinity, these take it all. With
 * no weight above zero nothing is given out.
 */
export function share(total: number, weights: readonly number[]): number[] {
  if (weights.includes(Infinity)) {
    const unbounded = weights.map((weight) => (weight === Infinity ? 1 : 0));
    return total === Infinity ? unbounded.map((one) => (one ? Infinity : 0)) : share(total, unbounded);
  }
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0 || total === 0) return weights.map(() => 0);
  if (total === sum) return [...weights];
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    parts[index] = (parts[index] as number) + 1;
    left -= 1;
  }
  return parts;
}
