import { FileError } from '../../io/file-error.ts';
import { readText } from '../../io/read.ts';
import { screen } from '../../io/terminal.ts';
import { printResult } from '../../io/write.ts';
import { renderRule, renderRules } from '../../report/text/explain/rules.ts';
import { rules } from '../../rules/index.ts';
import { UsageError, unknownName } from '../failures/usage-error.ts';
import { readTopology, subjectPaths } from './explain-subject.ts';

/** Names that are listed. */
const few = 8;

/** Prints a rule, or all of them. Throws UsageError for what is no rule; a file is told what `--on` it can be asked about. */
export async function explainRule(
  id: string | undefined,
  { color }: { readonly color?: boolean | undefined },
): Promise<void> {
  const look = screen(process.stdout, color);
  if (id === undefined) return printResult(renderRules(rules, look));
  const rule = rules.find((each) => each.id === id);
  if (rule !== undefined) return printResult(renderRule(rule, look));
  const text = await readText(id).catch(ifUnreadable(id));
  const paths = subjectPaths(readTopology(text, id, []));
  const shown = paths.length > few ? [...paths.slice(0, few), `... (${paths.length} in all)`] : paths;
  throw new UsageError(`add what to explain of ${id}: --on ${shown.join(', ')}`);
}

/** What is neither a rule nor a file was meant as a rule, unless it looks like a file. */
const ifUnreadable = (id: string) => (error: unknown) => {
  if (!(error instanceof FileError) || /[./\\]/.test(id)) throw error;
  throw unknownName(
    'rule',
    id,
    rules.map((rule) => rule.id),
  );
};
