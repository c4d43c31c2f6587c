import { FileError } from './file-error.ts';
import { gitBytes } from './program.ts';

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
 * The bytes of a file in a revision, at most so many; null where the revision does not have it. Throws FileError when
 * there is no git, no repository, or no such revision.
 */
export async function readRevision(revision: string, path: string, most: number): Promise<Buffer | null> {
  const folder = path.startsWith('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '.';
  const name = path.startsWith('/') ? path.slice(folder.length) : path;
  const object = `${revision}:${/^\.\.?\//.test(name) ? name : `./${name}`}`;
  const git = (...args: readonly string[]) => gitBytes(['-C', folder, ...args], most);
  const refuse = (what: string, why: string): never => {
    throw new FileError(`cannot read ${what}: ${why}`);
  };

  if (revision === '' || revision.startsWith('-')) refuse(`revision ${revision}`, 'it is no name of a revision');
  const { code, stdout, stderr } = await git('cat-file', 'blob', object);
  if (code === 0) return stdout;
  const known = await git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  if (known.code !== 0) refuse(`revision ${revision}`, reason(known.stderr) ?? unknown);
  if ((await git('cat-file', '-e', object)).code !== 0) return null;
  return refuse(`${prefix}${revision}:${path}`, reason(stderr) ?? 'git gives no reason');
}

const unknown = 'git does not know it; a shallow clone has to fetch it first (git fetch --depth=1 origin REVISION)';

/** What kept git from it, in words; null where it says nothing. */
function reason(said: string): string | null {
  if (said.includes('ENOENT')) return 'git is not installed';
  if (said.includes('maxBuffer')) return 'it is too large';
  if (said.includes('not a git repository')) return 'this folder is in no git repository';
  const [first = ''] = said.trim().split('\n');
  return first === '' ? null : first.replace(/^fatal: /, '');
}
