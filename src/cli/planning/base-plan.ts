import { InputError } from '../../findings/types.ts';
import { toRevised } from '../../io/git.ts';
import { readText, readTextAt, standardInput } from '../../io/read.ts';
import { type PlanOptions, type PlanResult, plan } from '../../pipeline/plan.ts';
import { visible } from '../../report/sanitize.ts';
import { UsageError } from '../failures/usage-error.ts';

/** A file as it was, or null where it did not exist. */
export interface Before {
  readonly path: string;
  readonly text: string | null;
}

/**
 * Reads what a file is compared with: `git:REV` is the file itself in a revision, where it may not exist yet;
 * `git:REV:PATH` and any other path is that file. Throws FileError where it cannot be read, InputError where it is not
 * UTF-8, UsageError where standard input is to have a revision.
 */
export async function readBefore(base: string, path: string): Promise<Before> {
  const revised = toRevised(base);
  if (revised === null || revised.path !== null) return { path: base, text: await readText(base) };
  if (path === standardInput) throw new UsageError(`standard input has no revision; name the file, ${base}:PATH`);
  return { path: `${base}:${path}`, text: await readTextAt(revised.revision, path) };
}

/** The plan of a file as it was; null where it did not exist. Throws InputError where it is no topology. */
export function planBefore({ path, text }: Before, today: PlanOptions['today']): PlanResult | null {
  return text === null ? null : plan(text, { path, today });
}

/** The files of a check as they were, by their path now. */
export interface BasePlans {
  readonly plans: ReadonlyMap<string, PlanResult | null>;
  /** What a person should know about bases that could not be planned. */
  readonly notes: readonly string[];
}

/**
 * Plans what files are compared with. One that was no topology then is as if it had not existed: the change that mends it
 * is not the one to stop. Throws as `readBefore` does, and UsageError where one file is to be the base of several.
 */
export async function plansBefore(
  base: string,
  paths: readonly string[],
  today: PlanOptions['today'],
): Promise<BasePlans> {
  const isRevision = toRevised(base)?.path === null;
  if (paths.length > 1 && !isRevision)
    throw new UsageError(`--base ${base} is one file, and ${paths.length} are checked; give git:REVISION, or one file`);
  const plans = new Map<string, PlanResult | null>();
  const notes: string[] = [];
  for (const path of paths) {
    const before = await readBefore(base, path);
    try {
      plans.set(path, planBefore(before, today));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      plans.set(path, null);
      notes.push(`${visible(before.path)} cannot be planned, so every finding of ${visible(path)} counts.\n`);
    }
  }
  return { plans, notes };
}
