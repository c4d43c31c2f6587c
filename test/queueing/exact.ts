/**
 * Erlang's formulas in whole numbers of 2^-256, by the recurrence 1/B(n) = 1 + n/a x 1/B(n - 1): another way than the
 * program's, and with errors below 1e-60. Loads are taken as the exact fractions that they are in binary.
 */
const one = 1n << 256n;

/** Blocking and waiting probability, correct to the last digit of a number. */
export interface Exact {
  readonly servers: number;
  readonly blocking: number;
  readonly waiting: number;
}

/** Both for the wanted numbers of servers (ascending), as long as the blocking is above 1e-300. */
export function* exactErlang(load: number, wanted: Iterable<number>): Generator<Exact> {
  const [numerator, denominator] = fraction(load);
  const end = one * 10n ** 300n;
  let inverse = one;
  let n = 0;
  for (const servers of wanted) {
    for (; n < servers && inverse <= end; n += 1) {
      inverse = one + (BigInt(n + 1) * denominator * inverse) / numerator;
    }
    if (inverse > end) return;
    const idle = BigInt(servers) * denominator - numerator;
    const waiting = () => quotient(BigInt(servers) * denominator * one, idle * inverse + numerator * one);
    yield { servers, blocking: quotient(one, inverse), waiting: idle > 0n ? waiting() : 1 };
  }
}

/** A finite positive number as a fraction. */
function fraction(value: number): [bigint, bigint] {
  let [scaled, denominator] = [value, 1n];
  for (; !Number.isInteger(scaled); denominator *= 2n) scaled *= 2;
  return [BigInt(scaled), denominator];
}

/** The quotient of two positive whole numbers, however large: from 1e-300 to 1. */
function quotient(a: bigint, b: bigint): number {
  const digits = (value: bigint) => value.toString(16).length;
  const shift = 4 * (digits(b) - digits(a)) + 64;
  return Number((a << BigInt(shift)) / b) * 2 ** -shift;
}
