import { checkDocument } from '../../documents/check/document.ts';
import type { CheckDocument } from '../../documents/check/types.ts';
import { toDocument } from '../../documents/plan/document.ts';
import { applyBaseline } from '../../findings/baseline.ts';
import { isSamePath } from '../../io/paths.ts';
import { printNote } from '../../io/write.ts';
import { diff } from '../../pipeline/diff.ts';
import type { PlanResult } from '../../pipeline/plan.ts';
import { plural } from '../../words/figures.ts';
import { FileFailures } from '../failures/file-failures.ts';
import { toUnjudged } from '../failures/unjudged.ts';
import { UsageError } from '../failures/usage-error.ts';
import type { Output } from '../outputs/outputs.ts';
import { type ReportLook, writeReports } from '../outputs/write-reports.ts';
import { type BasePlans, plansBefore } from '../planning/base-plan.ts';
import { type Baseline, entriesOf, readBaseline, toCheckBaseline } from '../planning/baseline-file.ts';
import { type NamedFlags, planNamed } from '../planning/plan-named.ts';

/** What to judge by, and how to show it. */
export interface CheckFlags extends NamedFlags, ReportLook {
  readonly base?: string | undefined;
  readonly 'fail-on'?: CheckDocument['fail_on'] | undefined;
  readonly baseline?: string | undefined;
}

/**
 * Judges the files that names stand for, writes the reports, and sets the exit code to 1 when a file fails. Throws
 * FileFailures, after everything else, with what kept a file from being judged or a report from being written.
 */
export async function checkFiles(
  names: readonly string[],
  outputs: readonly Output[],
  flags: CheckFlags,
): Promise<void> {
  const baseline = flags.baseline === undefined ? null : await readBaseline(flags.baseline);
  const { plans, texts, failures, skipped } = await planNamed(names, flags);
  verifyOutputs(outputs, [...texts.keys(), ...(baseline === null ? [] : [baseline.path])]);
  const before = flags.base === undefined ? null : await plansBefore(flags.base, [...texts.keys()], flags.today);
  const unjudged = failures.map(toUnjudged);
  const judge = { unjudged, baseline, before, base: flags.base ?? null, fail_on: flags['fail-on'] ?? null };
  const unwritten = await report(judged(plans, judge), outputs, flags);
  if (skipped > 0 && !flags.quiet) await printNote(`Skipped what is no topology: ${plural(skipped, 'file')}.\n`);
  for (const note of before?.notes ?? []) await printNote(note);
  const errors = [...failures.map(({ error }) => error), ...unwritten];
  if (errors.length > 0) throw new FileFailures(errors, texts);
}

/** Throws UsageError for a report that would take the place of something that is read. */
function verifyOutputs(outputs: readonly Output[], inputs: readonly string[]): void {
  const paths = outputs.flatMap(({ path }) => path ?? []);
  const taken = paths.find((path) => inputs.some((input) => isSamePath(input, path)));
  if (taken !== undefined) throw new UsageError(`a report cannot go to ${taken}, which is read`);
}

/** What plans are held against, and what stands beside them. */
interface Judge extends Pick<CheckDocument, 'unjudged' | 'base' | 'fail_on'> {
  readonly baseline: Baseline | null;
  readonly before: BasePlans | null;
}

function judged(plans: readonly PlanResult[], { unjudged, baseline, before, base, fail_on }: Judge): CheckDocument {
  const accepted = plans.map((result) => withBaseline(result, baseline));
  const changes = before && accepted.map((result) => diff(before.plans.get(result.plan.topology.path) ?? null, result));
  const files = changes?.map(({ head }) => head) ?? accepted;
  return checkDocument(
    files.map(({ document }) => document),
    {
      unjudged,
      fail_on,
      base,
      changes: changes?.map(({ document }) => document) ?? null,
      baseline: baseline && toCheckBaseline(baseline, files),
    },
  );
}

function withBaseline(result: PlanResult, baseline: Baseline | null): PlanResult {
  if (baseline === null) return result;
  const findings = applyBaseline(result.findings, entriesOf(baseline, result.plan.topology.path));
  return { ...result, findings, document: toDocument(result.plan, findings) };
}

async function report(check: CheckDocument, outputs: readonly Output[], look: ReportLook): Promise<readonly unknown[]> {
  const unwritten = await writeReports(check, outputs, look);
  if (check.verdict === 'fail') process.exitCode = 1;
  return unwritten;
}
