import { databasesFor, generate, targets } from '../../generate/index.ts';
import { type GenerateSource, type GenerateTarget, NotWritable } from '../../generate/types.ts';
import { writeOutput } from '../../io/output.ts';
import { isSamePath } from '../../io/paths.ts';
import { readText } from '../../io/read.ts';
import { printNote, printResult } from '../../io/write.ts';
import { visible } from '../../report/sanitize.ts';
import { unifiedDiff } from '../../report/text/unified-diff.ts';
import { adviseSizes } from '../../sizing/index.ts';
import { FileFailures } from '../failures/file-failures.ts';
import { UsageError, unknownName } from '../failures/usage-error.ts';
import { planText } from '../planning/plan-text.ts';
import { namesFor } from './generate-names.ts';
import { misfits, type SourceFlags, sourceOf } from './generate-source.ts';

/** What to generate for, with which sizes, and where it goes. */
export interface GenerateFlags extends SourceFlags {
  readonly output?: string | undefined;
  readonly check: boolean;
}

/**
 * Prints, writes or compares a target's configuration. The exit code is 1 where no sizes fit or the file is not up to
 * date. Throws UsageError for a target or name that does not exist, FileFailures for mistakes in the topology.
 */
export async function generateFile(name: string, path: string, flags: GenerateFlags): Promise<void> {
  const target = Object.values<GenerateTarget>(targets).find((each) => each.name === name);
  if (target === undefined) throw unknownName('target', name, Object.keys(targets));
  if (flags.output !== undefined && flags.output !== '-' && isSamePath(flags.output, path))
    throw new UsageError(`the configuration cannot go to ${flags.output}, which is read`);
  const result = planOf(await readText(path), path, flags.set ?? []);
  const { topology } = result.plan;
  const names = namesFor(target, topology, flags);
  const advice = flags.current ? null : adviseSizes(topology);
  const source = sourceOf(target, names, advice, topology, flags);
  const problems =
    advice === null ? [] : misfits(target, databasesFor(target, names, topology), result, advice, source);
  if (problems.length > 0) return refuse(problems);
  await deliver(textOf(target, names, source), flags);
}

function planOf(text: string, path: string, sets: readonly string[]) {
  try {
    return planText(text, { path, sets });
  } catch (error) {
    throw new FileFailures([error], new Map([[path, text]]));
  }
}

async function refuse(problems: readonly string[]): Promise<void> {
  process.exitCode = 1;
  const lines = problems.flatMap((problem) => `connbudget: ${problem}`.split('\n').map(visible));
  await printNote(
    `${[...lines, 'With --current it is generated with the sizes of the file all the same.'].join('\n')}\n`,
  );
}

function textOf(target: GenerateTarget, names: readonly string[], source: GenerateSource): string {
  try {
    return generate(target, names, source);
  } catch (error) {
    throw error instanceof NotWritable ? new UsageError(error.message) : error;
  }
}

async function deliver(text: string, { output, check }: GenerateFlags): Promise<void> {
  if (output === undefined || output === '-') return printResult(text);
  if (!check) return writeOutput(output, text);
  const difference = unifiedDiff(output, await readText(output), text);
  if (difference === '') return;
  process.exitCode = 1;
  await printResult(difference);
}
