import type * as z from 'zod/mini';
import type { Report } from '../report.ts';
import { isMap, type Segments, valueAt } from '../segments.ts';

type Issue = z.core.$ZodIssue;

/** Checks a value against a schema: what it means, or null when it does not fit and the report says why. */
export function check<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
  at: Segments,
  report: Report,
): z.output<T> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) tell(issue, value, at, report);
  return null;
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
    report.unknownName(at, `${path.findLast((key) => typeof key === 'string') ?? 'value'}`, issue.values.map(String));
  } else {
    report.wrong(at, issue.message);
  }
}

/** Of what kept a value from each of several forms: for a map, what is wrong inside it; for anything else nothing. */
function closest(errors: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  if (!isMap(value)) return undefined;
  return errors.find((issues) => issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'));
}
