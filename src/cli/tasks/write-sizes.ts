import { toRevised } from '../../io/git.ts';
import { rewriteFile } from '../../io/output.ts';
import { readText, standardInput } from '../../io/read.ts';
import { printNote, printResult } from '../../io/write.ts';
import { recommend } from '../../pipeline/recommend.ts';
import { visible } from '../../report/sanitize.ts';
import { unifiedDiff } from '../../report/text/unified-diff.ts';
import { rewrite } from '../../topology/rewrite.ts';
import { plural } from '../../words/figures.ts';
import { FileFailures } from '../failures/file-failures.ts';
import { UsageError } from '../failures/usage-error.ts';
import { withProgress } from '../planning/plan-text.ts';

/** How sizes are written. */
export interface WriteFlags {
  readonly format: string;
  readonly set?: readonly string[] | undefined;
  /** Only show how the file would change. */
  readonly isTrial: boolean;
}

/**
 * Writes the recommended sizes into the file they are for, and nothing else. Throws FileFailures with every size that only
 * a person should change, and leaves the file as it is then.
 */
export async function writeSizes(path: string, { format, set = [], isTrial }: WriteFlags): Promise<void> {
  verify(path, format, set);
  const old = await readText(path);
  const { next, count } = withProgress(old, path, () => rewritten(path, old));
  if (count === 0) return printNote(`${visible(path)} has the recommended sizes already.\n`);
  if (isTrial) return printResult(unifiedDiff(path, withPlainLines(old), withPlainLines(next)));
  rewriteFile(path, old, next);
  await printResult(`Wrote ${visible(path)}: ${plural(count, 'number')} changed.\n`);
}

function verify(path: string, format: string, sets: readonly string[]): void {
  if (path === standardInput || toRevised(path) !== null)
    throw new UsageError(`sizes are written into a file, and ${path} is none`);
  if (sets.length > 0) throw new UsageError('sizes for --set are not those of the file; leave out --set or --write');
  if (format !== 'table') throw new UsageError('--write prints no sizes; leave out --format');
}

function rewritten(path: string, old: string) {
  try {
    const { changes } = recommend(old, { path }).advice;
    return { next: rewrite(old, path, changes), count: changes.length };
  } catch (error) {
    throw new FileFailures([error], new Map([[path, old]]));
  }
}

/** Line ends stay as they are, so a difference need not show them. */
const withPlainLines = (text: string): string => text.replaceAll('\r\n', '\n');
