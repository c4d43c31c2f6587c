import * as z from 'zod/mini';
import {
  durationPattern,
  grouped,
  parseDuration,
  parseRate,
  parseRatio,
  parseSize,
  probabilityPattern,
  ratePattern,
  ratioPattern,
  sizePattern,
} from '../units.ts';

/**
 * The kinds of value a topology file has. Every schema made here has as its error message what was expected, in words
 * that complete "Expected ...", and carries what an editor shows: a description, its unit, examples.
 */

/** What an editor shows for a key beside its description. */
interface Extras {
  /** Name of its definition in the JSON Schema. */
  readonly id?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
}

/** The most of anything that is counted, so that arithmetic stays exact. */
export const most = 1_000_000;

/** The same schema with what an editor shows. */
export function described<T extends z.ZodMiniType>(schema: T, description: string, meta: Extras = {}) {
  z.globalRegistry.add(schema, { description, ...meta });
  return schema;
}

/** A whole number in a range, both ends included. */
export function count(min: number, max: number, description: string, meta?: Extras) {
  const error = `a whole number from ${grouped(min)} to ${grouped(max)}`;
  const whole = z.int({ error }).check(z.minimum(min, { error }), z.maximum(max, { error }));
  return described(whole, description, meta);
}

/** One of some words; `expected` where there are too many of them to list. */
export function word<const T extends string>(
  words: readonly T[],
  description: string,
  meta?: Extras,
  expected = listed(words),
) {
  return described(z.enum(words, { error: expected }), description, meta);
}

/** Words as a choice: `session, transaction or statement`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A name that a `to:`, a finding or `--set` can refer to. */
export const namePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** The same in words. */
export const nameExpected = 'a name of letters, digits, `_`, `.` and `-` that begins with a letter or digit';

/** A key that is such a name. */
export const name = text(namePattern, nameExpected);

const labelExpected = 'text on one line, at most 200 characters';

/** Text for people, or a name that something else has given. */
export function label(description: string, meta?: Extras) {
  return described(text(/^[^\p{C}\p{Z}](?:[^\p{C}]{0,198}[^\p{C}\p{Z}])?$/u, labelExpected), description, meta);
}

/** A map with known keys. Its error message for an unknown key is the list of those it has, separated by spaces. */
export function map<T extends z.core.$ZodLooseShape>(shape: T) {
  const keys = Object.keys(shape).join(' ');
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? keys : 'a map') });
}

/** A map from names that the user chooses. */
export function mapOf<K extends z.core.$ZodRecordKey, T extends z.core.$ZodType>(keys: K, values: T) {
  return z.record(keys, values, { error: 'a map' });
}

/** A list. */
export function listOf<T extends z.core.$ZodType>(items: T) {
  return z.array(items, { error: 'a list' });
}

/** A percentage or factor from `min` to `max`, exact. */
export function ratio(expected: string, min: number, max: number, description: string, meta?: Extras) {
  const read = (value: string | number) => {
    const fraction = parseRatio(value);
    if (fraction === null) return null;
    const { numerator, denominator } = fraction;
    return numerator >= min * denominator && numerator <= max * denominator ? fraction : null;
  };
  return quantity(numeric(expected), expected, read, description, meta);
}

/** A decimal number from `min` to `max`. */
export function decimal(min: number, max: number, description: string, meta?: Extras) {
  const expected = `a number from ${min} to ${max}`;
  const read = (value: string | number) => {
    const number = parseRatio(value) === null ? Number.NaN : Number(value);
    return number >= min && number <= max ? number : null;
  };
  return quantity(numeric(expected), expected, read, description, meta);
}

/** A probability, neither impossible nor certain. */
export function probability(description: string, meta?: Extras) {
  const error = 'a number above 0 and below 1, such as 1e-6';
  const written = z.union(
    [z.number({ error }).check(z.gt(0, { error }), z.lt(1, { error })), text(probabilityPattern, error)],
    {
      error,
    },
  );
  const read = (value: string | number) => (Number(value) > 0 && Number(value) < 1 ? Number(value) : null);
  return quantity(written, error, read, description, meta);
}

/** A time, in seconds. */
export function duration(description: string, meta?: Extras) {
  const error = 'a time with its unit, such as 200ms, 30s, 5m or 1h';
  const written = z.union([text(durationPattern, error), z.literal(0, { error })], { error });
  return quantity(written, error, (value) => parseDuration(`${value}`), description, meta);
}

/** A size, in bytes. */
export function size(description: string, meta?: Extras) {
  const error = 'a size with its unit, such as 5MB or 16GiB';
  return quantity(text(sizePattern, error), error, parseSize, description, meta);
}

/** A rate, per second. */
export function rate(description: string, meta?: Extras) {
  const error = 'a rate with its period, such as 300/s or 5k/m';
  return quantity(text(ratePattern, error), error, parseRate, description, meta);
}

function numeric(error: string) {
  return z.union([z.number({ error }).check(z.minimum(0, { error })), text(ratioPattern, error)], { error });
}

/** Text of a certain form. */
export function text(pattern: RegExp, error: string) {
  return z.string({ error }).check(z.regex(pattern, { error }));
}

/** A quantity in one of its written forms, and what it means. `read` gives null for what is out of range. */
function quantity<I, T>(
  written: z.ZodMiniType<I>,
  error: string,
  read: (value: I) => T | null,
  description: string,
  meta?: Extras,
) {
  const meaning = z.transform((value: I, context) => {
    const result = read(value);
    if (result !== null) return result;
    context.issues.push({ code: 'custom', message: error, input: value });
    return z.NEVER;
  });
  return z.pipe(described(written, description, meta), meaning);
}
