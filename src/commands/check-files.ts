import { applyBaseline } from '../findings/baseline.ts';
import type { Finding } from '../findings/types.ts';
import { type PlanResult, toDocument } from '../index.ts';
import { isSamePath } from '../io/paths.ts';
import { printNote } from '../io/write.ts';
import { checkDocument } from '../report/check-document.ts';
import type { CheckDocument } from '../report/check-types.ts';
import { plural } from '../report/words/figures.ts';
import { type Baseline, entriesOf, readBaseline, toCheckBaseline } from './baseline-file.ts';
import { FileFailures } from './file-failures.ts';
import type { Output } from './outputs.ts';
import { type NamedFlags, planNamed } from './plan-named.ts';
import { UsageError } from './usage-error.ts';
import { type Look, writeReports } from './write-reports.ts';

/** What to judge by, and how to show it. */
export interface CheckFlags extends NamedFlags, Look {
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
  const { plans, texts, errors, skipped } = await planNamed(names, flags);
  verifyOutputs(outputs, [...texts.keys(), ...(baseline === null ? [] : [baseline.path])]);
  const unwritten = plans.length > 0 ? await report(judge(plans, baseline, flags), outputs, flags) : [];
  if (skipped > 0 && !flags.quiet) await printNote(`Skipped what is no topology: ${plural(skipped, 'file')}.\n`);
  const failures = [...errors, ...unwritten];
  if (failures.length > 0) throw new FileFailures(failures, texts);
}

/** Throws UsageError for a report that would take the place of something that is read. */
function verifyOutputs(outputs: readonly Output[], inputs: readonly string[]): void {
  const paths = outputs.flatMap(({ path }) => path ?? []);
  const taken = paths.find((path) => inputs.some((input) => isSamePath(input, path)));
  if (taken !== undefined) throw new UsageError(`a report cannot go to ${taken}, which is read`);
}

function judge(plans: readonly PlanResult[], baseline: Baseline | null, flags: CheckFlags): CheckDocument {
  const findings = new Map<string, readonly Finding[]>();
  const documents = plans.map((result) => {
    const { path } = result.plan.topology;
    const known = baseline === null ? [] : entriesOf(baseline, path);
    const judged = applyBaseline(result.findings, known);
    findings.set(path, judged);
    return toDocument(result.plan, judged);
  });
  return checkDocument(documents, {
    fail_on: flags['fail-on'] ?? null,
    base: null,
    changes: null,
    baseline: baseline && toCheckBaseline(baseline, findings),
  });
}

async function report(check: CheckDocument, outputs: readonly Output[], look: Look): Promise<readonly unknown[]> {
  const unwritten = await writeReports(check, outputs, look);
  if (check.verdict === 'fail') process.exitCode = 1;
  return unwritten;
}
