import { newBaseline } from '../../findings/baseline.ts';
import { writeOutput } from '../../io/output.ts';
import { isThere } from '../../io/paths.ts';
import { standardInput } from '../../io/read.ts';
import { printResult } from '../../io/write.ts';
import { renderBaseline } from '../../report/json/baseline.ts';
import { plural } from '../../words/figures.ts';
import { FileFailures } from '../failures/file-failures.ts';
import { UsageError } from '../failures/usage-error.ts';
import { type Baseline, checkedBy, readBaseline } from '../planning/baseline-file.ts';
import { type NamedFlags, planNamed } from '../planning/plan-named.ts';

/**
 * Writes a baseline of what is found now in the files that names stand for, over an older one. Throws FileFailures, and
 * leaves everything as it is, when a file cannot be judged.
 */
export async function writeBaseline(path: string, names: readonly string[], flags: NamedFlags): Promise<void> {
  if (names.includes(standardInput)) throw new UsageError('a baseline lists files, and - is none');
  const old: Baseline = isThere(path) ? await readBaseline(path) : { path, entries: [] };
  const { plans, texts, failures } = await planNamed(names, flags);
  const errors = failures.map(({ error }) => error);
  if (errors.length > 0) throw new FileFailures(errors, texts);
  const entries = newBaseline(old.entries, checkedBy(old, plans));
  writeOutput(path, renderBaseline(entries));
  const files = new Set(entries.map(({ file }) => file)).size;
  const hidden = plans.flatMap((result) => result.hidden).filter(({ severity }) => severity !== 'info').length;
  const note = hidden === 0 ? '' : `, ${hidden} of them hidden by heavier ones now`;
  const found = `${plural(entries.length, 'finding')} in ${plural(files, 'file')}`;
  await printResult(`Wrote ${path}: ${found} will not fail${note}.\n`);
}
