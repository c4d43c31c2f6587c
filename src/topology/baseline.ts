import * as z from 'zod/mini';
import type { BaselineEntry } from '../findings/baseline.ts';
import { InputError, type Problem } from '../findings/types.ts';
import { type Report, reportOn } from './problem-collector.ts';
import { check } from './schema/issues.ts';
import { listOf, map, text, word } from './schema/values.ts';
import { isMap } from './segments.ts';
import type { Source } from './source.ts';
import { readYaml } from './yaml.ts';

/** An entry, and the line it stands on. */
export interface ListedEntry extends BaselineEntry {
  readonly line: number;
}

const amountExpected = 'a number above 0, or null for no bound';

/** Numbers that are not whole come as they are written. */
const amount = z.union(
  [
    z.number().check(z.positive({ error: amountExpected })),
    z.pipe(text(/^[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?$/, amountExpected), z.transform(Number)),
    z.pipe(
      z.null(),
      z.transform(() => Number.POSITIVE_INFINITY),
    ),
  ],
  { error: amountExpected },
);

const some = text(/./, 'text');

const entrySchema = map({
  file: some,
  rule: some,
  on: some,
  severity: word(['error', 'warning', 'info'], 'Its severity then.'),
  excess: listOf(map({ scenario: z.nullable(some), amount })),
});

const baselineSchema = map({
  schema_version: z.literal(1, { error: '1, the version that this program knows' }),
  entries: listOf(entrySchema),
});

/**
 * The entries of a baseline file, in its order.
 * @throws InputError with every problem, in file order
 */
export function parseBaseline(text: string, path: string): ListedEntry[] {
  const { source, problems: unread } = readYaml(path, text);
  if (source === null) throw new InputError(unread);
  if (!isMap(source.value)) throw new InputError([...unread, noMap(source)]);
  const report = reportOn(source, 'the baseline');
  const { entries = [] } = check(baselineSchema, source.value, [], report) ?? {};
  const placed = entries.map((entry, index) => ({ ...entry, line: source.locate(['entries', index])?.line ?? 1 }));
  reportTwins(placed, report);
  const problems = [...unread, ...report.problems];
  if (problems.length > 0) throw new InputError(problems.sort(byPlace));
  return placed;
}

function reportTwins(entries: readonly ListedEntry[], report: Report): void {
  const lines = new Map<string, number>();
  for (const [index, { file, rule, on, line }] of entries.entries()) {
    const key = `${file} ${rule} ${on}`;
    const before = lines.get(key);
    if (before === undefined) lines.set(key, line);
    else report.problem(['entries', index], `the same finding is listed on line ${before}`, 'Remove one of the two.');
  }
}

const byPlace = ({ location: a }: Problem, { location: b }: Problem) => a.line - b.line || a.column - b.column;

function noMap({ at }: Source): Problem {
  return { location: at(0), message: 'this is no baseline', hint: '`connbudget check --write-baseline` writes one.' };
}
