/** A probability with two digits: `0.25`, `3.1e-7`. */
export const probability = (value: number): string =>
  value < 0.001 ? value.toExponential(1).replace('.0e', 'e') : String(Number(value.toPrecision(2)));
