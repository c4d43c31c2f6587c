import {
  appendFileSync,
  chmodSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { FileError, reasonOf } from './file-error.ts';
import { isReaderGone } from './write.ts';

/**
 * Writes a result to a path: a file is replaced whole or stays as it was; a device or a pipe gets it as it comes.
 * Throws FileError when it cannot be written.
 */
export function writeOutput(path: string, text: string): void {
  try {
    if (isStream(path)) appendFileSync(path, text);
    else replaceFile(path, text);
  } catch (error) {
    if (!isReaderGone(error)) throw new FileError(`cannot write ${path}: ${why(path, error)}`);
  }
}

/**
 * Adds a text to the end of a file, which may be new. Throws FileError when it cannot be written, or when the file would
 * have more than `most` bytes.
 */
export function addToFile(path: string, text: string, most: number): void {
  try {
    const size = existsSync(path) ? statSync(path).size : 0;
    if (size + Buffer.byteLength(text) > most) throw new FileError(`it would have more than ${most} bytes`);
    appendFileSync(path, text);
  } catch (error) {
    throw new FileError(`cannot add to ${path}: ${why(path, error)}`);
  }
}

/**
 * Puts another text into the place of a file's, which is `old` as it was read: whole, or the file stays as it was. A byte
 * order mark stays. Throws FileError when it cannot be written, or when somebody else changed it meanwhile.
 */
export function rewriteFile(path: string, old: string, text: string): void {
  const holds = (some: string) => readFileSync(path).equals(Buffer.from(some));
  try {
    const lead = holds(byteOrderMark + old) ? byteOrderMark : '';
    replaceFile(path, lead + text, () => {
      if (!holds(lead + old)) throw new FileError('it was changed since it was read');
    });
  } catch (error) {
    throw new FileError(`cannot write ${path}: ${why(path, error)}`);
  }
}

const byteOrderMark = '\ufeff';

/** Bytes that GitHub takes as the summary of one step. */
const longestSummary = 2 ** 20;

/** Adds a text to the file of a job's summary. Throws as `addToFile` does, also where GitHub would refuse it. */
export const addToSummary = (path: string, text: string): void => addToFile(path, text, longestSummary);

/** True for what cannot be replaced. What a shell redirected may look like a file; it is not there to be replaced either. */
function isStream(path: string): boolean {
  return path.startsWith('/dev/') || (existsSync(path) && !statSync(path).isFile() && !statSync(path).isDirectory());
}

/**
 * The new text is written beside the old one, all of it, before it takes its place. By hand, because write-file-atomic
 * takes a short write for a whole one: on a disk that is almost full it puts half a report in place. `verify` throws where
 * the old one must stay after all.
 */
function replaceFile(path: string, text: string, verify: () => void = () => {}): void {
  const there = existsSync(path);
  const file = there ? realpathSync(path) : path;
  const next = `${file}.${process.pid}.new`;
  try {
    const mode = there ? statSync(file).mode : undefined;
    writeFileSync(next, text, { flush: true, mode });
    if (mode !== undefined) chmodSync(next, mode);
    verify();
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

function why(path: string, error: unknown): string {
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  return isMissing ? `there is no folder ${dirname(path)}` : reasonOf(error as NodeJS.ErrnoException);
}
