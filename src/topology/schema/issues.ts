import * as z from 'zod/mini';
import type { Report } from '../report.ts';
import { isMap, type Segments, valueAt } from '../segments.ts';

type Issue = z.core.$ZodIssue;

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
  const mistaken = new Set(result.error.issues.flatMap(keysOf));
  for (const key of mistaken) report.giveUp([...at, key]);
  const kept = Object.entries(value).filter(([key]) => !mistaken.has(key));
  return schema.safeParse({ ...needed, ...Object.fromEntries(kept) }).data ?? null;
}

/** The keys of the checked map that an issue is about. */
function keysOf({ path, ...issue }: Issue): string[] {
  if (path.length > 0) return [`${String(path[0])}`];
  return issue.code === 'unrecognized_keys' ? issue.keys : [];
}

function tell(issue: Issue, root: unknown, base: Segments, report: Report): void {
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
function closest(errors: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  if (!isMap(value)) return undefined;
  return errors.find((issues) => issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'));
}
