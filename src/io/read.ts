import { isUtf8 } from 'node:buffer';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { InputError } from '../findings/types.ts';
import { FileError, reasonOf } from './file-error.ts';
import { readRevision, toRevised } from './git.ts';

/** The path that stands for standard input. */
export const standardInput = '-';

const mebibyte = 2 ** 20;

const bytes = (count: number): string => (count < mebibyte ? `${count} bytes` : `${count / mebibyte} MiB`);

const largest = 256 * mebibyte;

/**
 * The text of the file at `path`, of standard input for `-`, or of a revision for `git:REV:PATH`, as UTF-8 and without a
 * byte order mark. Throws FileError when it cannot be read whole or has more than `most` bytes, InputError when it is
 * not UTF-8.
 */
export async function readText(path: string, most = largest): Promise<string> {
  const revised = toRevised(path);
  if (revised === null) return readFile(path, most);
  if (revised.path === null) throw new FileError(`cannot read ${path}: the file is missing; write git:REVISION:PATH`);
  const text = await readTextAt(revised.revision, revised.path, most);
  if (text === null) throw new FileError(`cannot read ${path}: the revision does not have this file`);
  return text;
}

/** The text of a file as it was in a git revision; null where the revision does not have it. Throws as `readText` does. */
export async function readTextAt(revision: string, path: string, most = largest): Promise<string | null> {
  const bytes = await readRevision(revision, path, most);
  return bytes && decode(`git:${revision}:${path}`, bytes);
}

async function readFile(path: string, most: number): Promise<string> {
  let whole: Buffer | null;
  try {
    whole = isSmallFile(path, most) ? readFileSync(path) : await collect(path, most);
  } catch (error) {
    throw new FileError(`cannot read ${path}: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
  if (whole === null) throw new FileError(`cannot read ${path}: it has more than ${bytes(most)}`);
  return decode(path, whole);
}

/** Such a file is read at once: hundreds of streams would take a tenth of the time of a check. */
function isSmallFile(path: string, most: number): boolean {
  if (path === standardInput) return false;
  const stats = statSync(path);
  return stats.isFile() && stats.size <= most;
}

/** All of a stream, or null when that is more than `most` bytes. */
async function collect(path: string, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of path === standardInput ? process.stdin : createReadStream(path)) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(path: string, bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes)) throw new InputError([notUtf8(path, bytes, Buffer.from(text))]);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** `repaired`: the bytes with every invalid one replaced; they differ from the first invalid one on. */
function notUtf8(path: string, bytes: Buffer, repaired: Buffer) {
  const offset = bytes.findIndex((byte, index) => byte !== repaired[index]);
  const lines = bytes.toString('utf8', 0, offset).split('\n');
  const isUtf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  return {
    location: { path, line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
    message: `not UTF-8: the byte 0x${bytes.toString('hex', offset, offset + 1)} at offset ${offset}`,
    hint: isUtf16 ? 'the file looks like UTF-16; save it as UTF-8' : 'save the file as UTF-8',
  };
}
