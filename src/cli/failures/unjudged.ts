import type { FileProblem, UnjudgedFile } from '../../documents/check/types.ts';
import { InputError } from '../../findings/types.ts';
import { FileError } from '../../io/file-error.ts';
import type { FileFailure } from './file-failures.ts';

/** A file that could not be judged, as documents have it. */
export const toUnjudged = ({ path, error }: FileFailure): UnjudgedFile => ({ path, problems: problemsOf(error) });

function problemsOf(error: unknown): readonly FileProblem[] {
  if (error instanceof InputError)
    return error.problems.map(({ message, hint, location }) => ({ message, hint, location }));
  const said = error instanceof Error ? error.message : String(error);
  const message = error instanceof FileError ? said : `a bug in connbudget, not in your file: ${said}`;
  return [{ message, hint: null, location: null }];
}
