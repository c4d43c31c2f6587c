import { InputError } from '../../findings/types.ts';
import { FileError } from '../../io/file-error.ts';
import { screen } from '../../io/terminal.ts';
import { visible } from '../../report/sanitize.ts';
import { renderProblems } from '../../report/text/problems.ts';
import { FileFailures } from './file-failures.ts';
import { UsageError } from './usage-error.ts';

/**
 * What standard error says about anything that was thrown: mistakes in the input at their place, a refused file or
 * command line in one sentence, and a bug as such, with its stack when `DEBUG` is set. Ends with a line break.
 * `help`: the command line that shows what is possible.
 */
export function explainFailure(error: unknown, help: string, sources: ReadonlyMap<string, string> = new Map()): string {
  if (error instanceof FileFailures)
    return error.errors.map((each) => explainFailure(each, help, error.sources)).join('\n');
  if (error instanceof InputError) return renderProblems(error.problems, { ...screen(process.stderr), sources });
  if (error instanceof FileError) return sentence(error.message);
  if (error instanceof UsageError) return sentence(error.message, `Run \`${help}\` to see what it takes.`);
  return bug(error);
}

function bug(error: unknown): string {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  const what = `a bug in connbudget, not in your file: ${message}`;
  const report = 'Please report it, with the command line and the file.';
  if (process.env.DEBUG) return sentence(what, report, stack);
  return sentence(what, `${report} DEBUG=1 shows where it happened.`);
}

const sentence = (message: string, ...more: readonly string[]): string =>
  `${[`connbudget: ${visible(message)}`, ...more].join('\n')}\n`;
