import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** A pull request as a runner has it: the commits, and a shallow checkout of the merge of both. */
export interface Checkout {
  readonly folder: string;
  /** What the pull request goes onto, which is not in the checkout. */
  readonly base: string;
  readonly head: string;
}

const nobody = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  ...{ GIT_AUTHOR_NAME: 'nobody', GIT_AUTHOR_EMAIL: 'nobody@example.com' },
  ...{ GIT_COMMITTER_NAME: 'nobody', GIT_COMMITTER_EMAIL: 'nobody@example.com' },
};

/** Runs git in a folder. What it prints, without the last line break. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...nobody } }).trim();
}

/** A folder with these files, below one that the tests share. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'connbudget-'));
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A repository whose main branch has the files of `base`, and a pull request that changes them to those of `head`. */
export function pullRequest(base: Files, head: Files): Checkout {
  const origin = folderWith(base);
  const commit = (message: string) => {
    git(origin, 'add', '--all');
    git(origin, 'commit', '--quiet', '--allow-empty', '--message', message);
    return git(origin, 'rev-parse', 'HEAD');
  };
  git(origin, 'init', '--quiet', '--initial-branch', 'main');
  const onto = commit('base');
  git(origin, 'switch', '--quiet', '--create', 'change');
  write(origin, head);
  const tip = commit('change');
  git(origin, 'switch', '--quiet', '--detach', 'main');
  git(origin, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'change');
  git(origin, 'update-ref', 'refs/pull/7/merge', 'HEAD');
  return { folder: checkOut(origin, 'refs/pull/7/merge'), base: onto, head: tip };
}

/** As actions/checkout does: one commit, without its history. */
function checkOut(origin: string, ref: string): string {
  const folder = folderWith({});
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  git(folder, 'remote', 'add', 'origin', `file://${origin}`);
  git(folder, 'fetch', '--quiet', '--depth=1', 'origin', ref);
  git(folder, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return folder;
}
