import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { FileError, reasonOf } from './file-error.ts';

/**
 * Prints a result, whole: resolves when all of it has left the process. A reader that went away early, such as `head`,
 * has what it wanted. Throws FileError when standard output cannot be written.
 */
export async function printResult(text: string): Promise<void> {
  const error = await write(process.stdout, text);
  if (error) throw new FileError(`cannot write to standard output: ${reasonOf(error)}`);
}

/** Tells a person something that is not the result. A standard error that cannot be written is nobody's to tell. */
export async function printNote(text: string): Promise<void> {
  await write(process.stderr, text);
}

/**
 * Creates a file with this text, whole or not at all, and never over an existing one. Throws FileError when there is
 * one, or when it cannot be written.
 */
export function createFile(path: string, text: string): void {
  try {
    const file = openSync(path, 'wx');
    try {
      writeFileSync(file, text);
    } catch (error) {
      rmSync(path);
      throw error;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new FileError(`cannot write ${path}: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

/** True for the error of a pipe that nobody reads any more. */
export function isReaderGone(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

/** Listeners of others, which may throw, are replaced by none that does: the callback has the error already. */
function write(stream: NodeJS.WriteStream, text: string): Promise<NodeJS.ErrnoException | null> {
  stream.removeAllListeners('error').on('error', () => {});
  return new Promise((resolve) => {
    stream.write(text, (error?: NodeJS.ErrnoException | null) => {
      resolve(error && !isReaderGone(error) ? error : null);
    });
  });
}
