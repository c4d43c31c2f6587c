/** Connections in use of one process in fractions of whole numbers: `weights` over their `total`. */
export interface ExactInUse {
  readonly weights: readonly bigint[];
  readonly total: bigint;
}

/** M/M/c by its definition, load = eighths / 8: a^k / k! for k < c, and a^c / c! / (1 - a / c) for all longer queues. */
export function exactInUse(servers: number, eighths: number): ExactInUse {
  const [c, a] = [BigInt(servers), BigInt(eighths)];
  // Everything times 8^c x c! x (8c - a), so that all weights are whole.
  let weight = 8n * c - a;
  for (let k = 1n; k <= c; k += 1n) weight *= 8n * k;
  const weights: bigint[] = [];
  for (let k = 1n; k <= c; k += 1n) {
    weights.push(weight);
    weight = (weight * a) / (8n * k);
  }
  weights.push((weight * 8n * c) / (8n * c - a));
  return { weights, total: weights.reduce((sum, each) => sum + each, 0n) };
}

/** The sum of independent ones. */
export const exactSum = (parts: readonly ExactInUse[]): ExactInUse =>
  parts.reduce((sum, part) => {
    const weights = new Array<bigint>(sum.weights.length + part.weights.length - 1).fill(0n);
    sum.weights.forEach((a, i) => {
      part.weights.forEach((b, j) => {
        weights[i + j] = (weights[i + j] as bigint) + a * b;
      });
    });
    return { weights, total: sum.total * part.total };
  });

/** P(sum > limit). */
export const exactTail = ({ weights, total }: ExactInUse, limit: number): number =>
  quotient(
    weights.slice(limit + 1).reduce((sum, weight) => sum + weight, 0n),
    total,
  );

/** A fraction as a number, to the last of its digits. */
export function quotient(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const digits = Math.max(0, denominator.toString().length - numerator.toString().length + 25);
  return Number(`${(numerator * 10n ** BigInt(digits)) / denominator}e-${digits}`);
}
