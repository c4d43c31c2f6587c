import type { PlatformParameter, PlatformStrategy } from '../../catalog/types.ts';
import type { Ratio } from '../types.ts';
import { grouped, parseDuration, parseRatio } from '../units.ts';

/** A parameter's value: a number of nodes or seconds, 1 and 0 for there and not there, or a share of the nodes. */
export type DeployValue = number | Ratio;

/** The most nodes that a parameter may name. */
const mostNodes = 1_000_000;

const secondsIn = { seconds: 1, minutes: 60, milliseconds: 0.001 };

/** What a person wrote for a parameter, or null where it is no value of it. */
export function readValue({ value: kind, range }: PlatformParameter, written: unknown): DeployValue | null {
  if (Array.isArray(kind)) return kind.includes(written) ? 1 : null;
  switch (kind) {
    case 'nodes':
      return readNodes(written, range);
    case 'nodes or percent':
      return readNodes(written, range) ?? readRatio(isPercentage(written) ? written : null, range, 100);
    case 'percent':
      return readRatio(isPercentage(written) ? written : `${written}%`, range, 100);
    case 'factor':
      return readRatio(written, range, 1);
    case 'seconds':
    case 'minutes':
    case 'milliseconds':
      return readSeconds(written, range, secondsIn[kind]);
    case 'number':
      return readNumber(written);
    case 'switch':
      return typeof written === 'boolean' ? Number(written) : null;
    case 'command':
      return typeof written === 'boolean' || typeof written === 'string' ? Number(Boolean(written)) : null;
    default:
      return null;
  }
}

/** Seconds: a duration such as `30s`, or a number of seconds (or of the unit). Null for anything else. */
export function readSeconds(written: unknown, range?: PlatformParameter['range'], unit = 1): number | null {
  const number = readNumber(written);
  const duration = typeof written === 'string' ? parseDuration(written) : null;
  const seconds = number === null ? duration : Math.round(number * unit * 1e6) / 1e6;
  return seconds !== null && within(seconds, range ?? [0, Number.MAX_SAFE_INTEGER]) ? seconds : null;
}

/** What a value of a parameter has to be, in words that complete "Expected ...". */
export function expectedValue({ value: kind, range }: PlatformParameter): string {
  if (typeof kind !== 'string') return kind.join(' or ');
  const nodes = `a whole number from ${shown(range?.[0] ?? 0)} to ${shown(range?.[1] ?? mostNodes)}`;
  const between = range === undefined ? '' : ` from ${shown(range[0])} to ${shown(range[1])}`;
  switch (kind) {
    case 'nodes':
      return nodes;
    case 'nodes or percent':
      return `${nodes}, or a percentage such as 25%`;
    case 'percent':
      return `a percentage${between}, such as 100%`;
    case 'factor':
      return `a factor${between}, such as 1.5`;
    case 'number':
      return 'a number of 0 or more';
    case 'switch':
      return 'true or false';
    case 'command':
      return 'a command, or true when there is one';
    default:
      return `a number of ${kind}${between}, or a time with its unit such as 30s`;
  }
}

/** The strategy's parameter of that name. */
export function findParameter(strategy: PlatformStrategy, key: string): PlatformParameter | undefined {
  return strategy.parameters.find((parameter) => parameter.key === key);
}

function readNodes(written: unknown, [least, most] = [0, mostNodes] as readonly [number, number]): number | null {
  return Number.isInteger(written) && within(written as number, [least, most]) ? (written as number) : null;
}

/** `whole` is what the range has for all of it: 100 for percentages, 1 for factors. */
function readRatio(written: unknown, range: PlatformParameter['range'], whole: number): Ratio | null {
  const ratio = isRatio(written) ? written : typeof written === 'object' ? null : parseRatio(`${written}`);
  if (ratio === null || range === undefined) return ratio;
  return within((ratio.numerator * whole) / ratio.denominator, range) ? ratio : null;
}

function isRatio(value: unknown): value is Ratio {
  if (typeof value !== 'object' || value === null || !('numerator' in value && 'denominator' in value)) return false;
  return Number.isSafeInteger(value.numerator) && Number.isSafeInteger(value.denominator) && value.denominator !== 0;
}

function isPercentage(written: unknown): written is string {
  return typeof written === 'string' && written.endsWith('%');
}

/** A number of 0 or more; a file's fractions, such as `0.25`, arrive as text. */
function readNumber(written: unknown): number | null {
  const number = typeof written === 'string' && fraction.test(written) ? Number(written) : written;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
}

const fraction = /^\d{1,9}\.\d{1,6}$/;

function within(number: number, [least, most]: readonly [number, number]): boolean {
  return number >= least && number <= most;
}

function shown(number: number): string {
  return grouped(number);
}
