import { FileError } from '../../io/file-error.ts';
import { findFiles, type Match } from '../../io/find.ts';
import { readText } from '../../io/read.ts';
import { isNamedTopology, looksLikeTopology } from '../../topology/looks-like.ts';
import { plural } from '../../words/figures.ts';
import type { FileFailure } from '../failures/file-failures.ts';

/** The topology files that names stand for. */
export interface TopologyFiles {
  /** Texts by path, in the order of the names. */
  readonly texts: ReadonlyMap<string, string>;
  /** What kept files from being read, and names that stand for nothing. */
  readonly failures: readonly FileFailure[];
  /** How many files in folders are something else. */
  readonly skipped: number;
}

/** Reads the topology files that names stand for (files, folders, patterns, standard input), each once. */
export async function readTopologies(names: readonly string[]): Promise<TopologyFiles> {
  const texts = new Map<string, string>();
  const failures: FileFailure[] = [];
  const taken = new Map<string, boolean>();

  /** False for a file that is in a folder by chance. */
  const take = async (path: string, isFolder: boolean): Promise<boolean> => {
    try {
      const text = await readText(path);
      if (isFolder && !looksLikeTopology(path, text)) return false;
      texts.set(path, text);
    } catch (error) {
      if (isFolder && !isNamedTopology(path)) return false;
      failures.push({ path, error });
    }
    return true;
  };

  for (const match of await findFiles(names)) {
    for (const { path, real } of match.files) {
      if (!taken.get(real)) taken.set(real, await take(path, match.isFolder));
    }
    if (!match.files.some(({ real }) => taken.get(real))) failures.push({ path: match.name, error: nothing(match) });
  }
  return { texts, failures, skipped: [...taken.values()].filter((isTaken) => !isTaken).length };
}

function nothing({ name, isFolder, files }: Match): FileError {
  if (!isFolder) return new FileError(`no file matches ${name}`);
  if (files.length === 0) return new FileError(`no topology in ${name}: there is no YAML or JSON file`);
  const looked = plural(files.length, 'YAML or JSON file');
  return new FileError(`no topology in ${name}: ${looked}, none with \`services\` and \`databases\``);
}
