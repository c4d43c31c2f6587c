import type { Ratio } from './types.ts';

export const ratioPattern = /^(\d{1,9})(?:\.(\d{1,6}))?(%?)$/;
export const probabilityPattern = /^\d(?:\.\d{1,20})?(?:[eE]-\d{1,3})?$/;
export const durationPattern = /^(?:\d{1,9}(?:\.\d{1,6})?(?:us|ms|s|m|h|d))+$/;
const durationPart = /[\d.]+[a-z]+/g;
export const sizePattern = /^(\d{1,12}(?:\.\d{1,6})?) ?(B|[kKMGT]i?B?)$/;
export const ratePattern = /^(\d{1,9}(?:\.\d{1,6})?)([kM]?)\/(s|m|h)$/;

const microseconds: Record<string, number> = { us: 1, ms: 1e3, s: 1e6, m: 60e6, h: 3600e6, d: 86400e6 };
const powers: Record<string, number> = { B: 0, k: 1, K: 1, M: 2, G: 3, T: 4 };
const factors: Record<string, number> = { '': 1, k: 1e3, M: 1e6 };
const periods: Record<string, number> = { s: 1, m: 60, h: 3600 };

/**
 * The exact fraction, in lowest terms, that a percentage (`25%`, `33.3%`) or a plain decimal (`1.5`) stands for.
 * At most nine digits before the point and six after it; null for anything else, negative numbers included.
 */
export function parseRatio(value: string | number): Ratio | null {
  const match = ratioPattern.exec(String(value));
  if (match === null) return null;
  const [, whole = '', decimals = '', percent] = match;
  const numerator = Number(whole + decimals);
  const denominator = 10 ** decimals.length * (percent === '%' ? 100 : 1);
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * Seconds in a duration such as `200ms`, `30s`, `5m`, `1h` or `1m30s`; units us, ms, s, m, h, d. Exact to the
 * microsecond. Null for anything else; a bare `0` is zero, any other bare number lacks its unit.
 */
export function parseDuration(text: string): number | null {
  if (text === '0') return 0;
  if (!durationPattern.test(text)) return null;
  let total = 0;
  for (const part of text.match(durationPart) ?? []) {
    const unit = part.replace(/[\d.]+/, '');
    total += Number.parseFloat(part) * (microseconds[unit] ?? 0);
  }
  return Math.round(total) / 1e6;
}

/**
 * Bytes in a size: `5MB` is 5,000,000 and `16GiB` (or `16Gi`) is 16 x 1024^3; prefixes k, M, G, T. Rounded to whole
 * bytes. Null for anything else, a bare number included.
 */
export function parseSize(text: string): number | null {
  const match = sizePattern.exec(text);
  if (match === null) return null;
  const [, amount, unit = ''] = match;
  const bytes = Math.round(Number(amount) * (unit[1] === 'i' ? 1024 : 1000) ** (powers[unit.charAt(0)] ?? 0));
  return Number.isSafeInteger(bytes) ? bytes : null;
}

/** Events per second in a rate: `300/s`, `5k/m`, `1.2M/h`; k is 1,000, M is 1,000,000. Null for anything else. */
export function parseRate(text: string): number | null {
  const match = ratePattern.exec(text);
  if (match === null) return null;
  const [, amount, factor = '', period = ''] = match;
  return (Number(amount) * (factors[factor] ?? 1)) / (periods[period] ?? 1);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** A number with commas between its thousands. The runtime's own formatter gives the same and takes longer to load than a plan. */
export const grouped = (number: number): string => String(number).replace(/(?<!\.\d*)\B(?=(?:\d{3})+(?:\.|$))/g, ',');
