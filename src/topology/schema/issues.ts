import * as z from 'zod/mini';
import type { Report } from '../problem-collector.ts';
import { isMap, type Segments, valueAt } from '../segments.ts';

type SchemaIssue = z.core.$ZodIssue;

/** From so many values on, compiling a schema costs less than it saves. */
const many = 5_000;

/** The same schema, compiled where it pays. */
export function forMany<T extends z.ZodMiniType>(schema: T, values: number): T {
  return values < many ? schema : z.compile(schema);
}

/**
 * Checks an entry against its schema and says what it means. Keys with mistakes are reported and left out, so that what
 * the others refer to can be checked too; `needed` stands in for keys that cannot be left out. Null when nothing is left.
 */
export function check<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
  at: Segments,
  report: Report,
  needed: Readonly<Record<string, unknown>> = {},
): z.output<T> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) tell(issue, value, at, report);
  if (!isMap(value)) return null;
  const kept = { ...value };
  for (const [key, inner] of result.error.issues.flatMap((issue) => placesOf(issue, value))) {
    const map = kept[key];
    if (inner !== undefined && partial.has(key) && isMap(map)) {
      const { [inner]: _, ...rest } = map;
      kept[key] = rest;
    } else {
      report.giveUp([...at, key]);
      delete kept[key];
    }
  }
  return schema.safeParse({ ...needed, ...kept }).data ?? null;
}

/** Maps that mean something without the keys that are mistaken. */
const partial = new Set(['deploy']);

/** The key of the checked map that an issue is about, and the key below it. */
function placesOf(issue: SchemaIssue, root: unknown): (readonly [key: string, inner?: string])[] {
  const path = issue.path.map(String);
  const nested =
    issue.code === 'invalid_union' ? closest(issue.errors, valueAt(root, issue.path as Segments)) : undefined;
  const ends = nested?.flatMap((inner) => endsOf(inner)) ?? endsOf({ ...issue, path: [] } as SchemaIssue);
  return ends.map((end) => [...path, ...end].slice(0, 2)).filter((place) => place.length > 0) as [string, string?][];
}

const endsOf = (issue: SchemaIssue): string[][] => {
  const path = issue.path.map(String);
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
};

function tell(issue: SchemaIssue, root: unknown, base: Segments, report: Report): void {
  const path = issue.path as Segments;
  const at = [...base, ...path];
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.message.split(' ');
    for (const key of issue.keys) report.unknownKey([...at, key], keys);
  } else if (issue.code === 'invalid_key') {
    report.wrongKey(at, issue.issues[0]?.message ?? issue.message);
  } else if (issue.code === 'invalid_union') {
    const nested = closest(issue.errors, valueAt(root, path));
    if (nested === undefined) report.wrong(at, issue.message);
    else for (const inner of nested) tell(inner, valueAt(root, path), at, report);
  } else if (path.length > 0 && valueAt(root, path) === undefined) {
    report.missing(at, issue.message);
  } else if (issue.code === 'invalid_value' && typeof valueAt(root, path) === 'string' && issue.values.length > 1) {
    report.unknownWord(at, issue.values.map(String));
  } else {
    report.wrong(at, issue.message);
  }
}

/** Of what kept a value from each of several forms: for a map, what is wrong inside it; for anything else nothing. */
function closest(errors: readonly (readonly SchemaIssue[])[], value: unknown): readonly SchemaIssue[] | undefined {
  if (!isMap(value)) return undefined;
  return errors.find((issues) => issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'));
}
