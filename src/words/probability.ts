/** A probability with two digits: `0.25`, `3.1e-7`. */
export function probability(value: number): string {
  if (value === 0) return 'below 1e-280';
  if (value < 0.001) return value.toExponential(1).replace('.0e', 'e');
  return String(Number(value.toPrecision(2)));
}
