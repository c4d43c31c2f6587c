import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { FileError } from './file-error.ts';

const run = promisify(execFile);

/** A file as it was in a revision of the git repository around it. */
export interface Revised {
  readonly revision: string;
  /** From the current folder, or absolute; null where only a revision is named. */
  readonly path: string | null;
}

const prefix = 'git:';

/** Reads `git:REV` and `git:REV:PATH`; null for any other path. */
export function toRevised(path: string): Revised | null {
  if (!path.startsWith(prefix)) return null;
  const named = path.slice(prefix.length);
  const colon = named.indexOf(':');
  return colon === -1
    ? { revision: named, path: null }
    : { revision: named.slice(0, colon), path: named.slice(colon + 1) };
}

/**
 * The bytes of a file in a revision; null where the revision does not have it. Throws FileError when there is no git, no
 * repository, or no such revision.
 */
export async function readRevision(revision: string, path: string, most: number): Promise<Buffer | null> {
  const at = /^(\/|\.\.?\/)/.test(path) ? path : `./${path}`;
  const folder = path.startsWith('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '.';
  const name = path.startsWith('/') ? `./${path.slice(folder.length)}` : at;
  const git = (...words: readonly string[]) =>
    run('git', ['-C', folder, ...words], { encoding: 'buffer', maxBuffer: most, env: { ...process.env, LC_ALL: 'C' } });
  await verifyRevision(revision, git);
  try {
    await git('cat-file', '-e', `${revision}:${name}`);
  } catch {
    return null;
  }
  try {
    return (await git('cat-file', 'blob', `${revision}:${name}`)).stdout;
  } catch (error) {
    throw new FileError(`cannot read ${prefix}${revision}:${path}: ${reason(error)}`);
  }
}

type Git = (...words: readonly string[]) => Promise<unknown>;

async function verifyRevision(revision: string, git: Git): Promise<void> {
  try {
    if (revision === '' || revision.startsWith('-')) throw new Error('it is no name of a revision');
    await git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  } catch (error) {
    throw new FileError(`cannot read revision ${revision}: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  const { code, stderr, message } = error as { code?: unknown; stderr?: Buffer; message?: string };
  if (code === 'ENOENT') return 'git is not installed';
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'it is too large';
  const said = String(stderr ?? '').trim();
  if (said.includes('not a git repository')) return 'this folder is in no git repository';
  if (stderr !== undefined && said === '')
    return 'git does not know it; a shallow clone has to fetch it first (git fetch --depth=1 origin REVISION)';
  return said.split('\n')[0]?.replace(/^fatal: /, '') || `${message}`;
}
