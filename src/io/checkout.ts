import { git } from './program.ts';

/** The commit that is checked out, and those that it was made from; null where git does not know. */
export async function checkedOut(): Promise<{ readonly commit: string; readonly parents: readonly string[] } | null> {
  const commit = await commitOf('HEAD');
  if (commit === null) return null;
  // The parents as the commit names them: git itself denies those that a shallow checkout does not have.
  const { stdout } = await git('cat-file', 'commit', commit);
  const [header = ''] = stdout.split('\n\n', 1);
  return { commit, parents: [...header.matchAll(/^parent (\w+)$/gm)].map(([, parent = '']) => parent) };
}

/** The id of the commit that a revision means, or null where it is not here. */
async function commitOf(revision: string): Promise<string | null> {
  const { stdout, code } = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  return code === 0 ? stdout.trim() : null;
}

/** The id of a commit that is here now, or why it is not, as git says it. */
export type Obtained = { readonly commit: string } | { readonly reason: string };

const aloneAndNoOption = ['--quiet', '--no-tags', '--depth=1', '--end-of-options'];

/** The commit that a revision means. Where it is not here it is fetched from `origin`, without its history. */
export async function obtainCommit(revision: string): Promise<Obtained> {
  const here = await commitOf(revision);
  if (here !== null) return { commit: here };
  const { code, stderr } = await git('fetch', ...aloneAndNoOption, 'origin', revision.replace(/^origin\//, ''));
  const fetched = code === 0 ? await commitOf('FETCH_HEAD') : null;
  return fetched === null ? { reason: stderr.trim() } : { commit: fetched };
}
