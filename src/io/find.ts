import { realpathSync, type Stats, statSync } from 'node:fs';
import { posix } from 'node:path';
import { standardInput } from './read.ts';

/** A file, and its real path: the same for all the ways to write it. */
export interface FoundFile {
  readonly path: string;
  readonly real: string;
}

/** What a name of the command line stands for: a file, a folder with what is below it, or what matches a pattern. */
export interface Match {
  readonly name: string;
  readonly isFolder: boolean;
  /** By path. */
  readonly files: readonly FoundFile[];
}

/** What is looked at in a folder. */
const kinds = '**/*.{yml,yaml,json}';

/** What holds other people's files. */
const never = ['**/node_modules/**', '**/.git/**'];

/**
 * What each name stands for. In a folder nothing hidden is looked at, and links are not followed. A name that is
 * neither a folder nor a pattern, such as `services/*.yml`, is a file, whether it is there or not.
 */
export async function findFiles(names: readonly string[]): Promise<Match[]> {
  const matches: Match[] = [];
  for (const name of names) {
    const isFolder = name !== standardInput && statsOf(name)?.isDirectory() === true;
    const paths = isFolder ? await below(name) : await matching(name);
    matches.push({ name, isFolder, files: paths.sort().map((path) => ({ path, real: realPath(path) })) });
  }
  return matches;
}

/** Files below a folder that match a pattern; their paths begin as the folder is written. */
async function below(folder: string, pattern = kinds, followSymbolicLinks = false): Promise<string[]> {
  const { globSync } = await import('tinyglobby');
  const options = { ignore: never, expandDirectories: false, followSymbolicLinks };
  return globSync(pattern, { ...options, cwd: folder || '.' }).map((path) => posix.join(folder, path));
}

async function matching(name: string): Promise<string[]> {
  if (name === standardInput || statsOf(name) !== null) return [name];
  const { isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(name)) return [name];
  const plain = name.slice(0, name.search(/[*?[\]{}()!+@\\]/));
  const folder = plain.slice(0, plain.lastIndexOf('/') + 1);
  return below(folder, name.slice(folder.length), true);
}

function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** What has no place on the disk, such as a pipe, is its path. */
function realPath(path: string): string {
  try {
    return path === standardInput ? path : realpathSync.native(path);
  } catch {
    return path;
  }
}
