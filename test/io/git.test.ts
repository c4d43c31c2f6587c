import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toRevised } from '../../src/io/git.ts';
import { readText, readTextAt } from '../../src/io/read.ts';

const repository = mkdtempSync(join(tmpdir(), 'connbudget-git-'));
const outside = mkdtempSync(join(tmpdir(), 'connbudget-no-git-'));
const back = process.cwd();
const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], { cwd: repository });

beforeAll(() => {
  mkdirSync(join(repository, 'apps'));
  writeFileSync(join(repository, 'apps/topology.yml'), 'old\n');
  writeFileSync(join(repository, 'latin1.yml'), Buffer.from([0x61, 0xe4]));
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  git('branch', 'feature/one');
  writeFileSync(join(repository, 'apps/topology.yml'), 'new\n');
  process.chdir(repository);
});

afterAll(() => {
  process.chdir(back);
  for (const folder of [repository, outside]) rmSync(folder, { recursive: true });
});

describe('a path', () => {
  test.each([
    ['topology.yml', null],
    ['git:HEAD', { revision: 'HEAD', path: null }],
    ['git:origin/main:apps/topology.yml', { revision: 'origin/main', path: 'apps/topology.yml' }],
    ['git:HEAD~2:a:b.yml', { revision: 'HEAD~2', path: 'a:b.yml' }],
  ])('%s', (path, revised) => expect(toRevised(path)).toEqual(revised));
});

describe('a file in a revision', () => {
  test.each([
    ['from the current folder', '.', 'git:HEAD:apps/topology.yml'],
    ['in a branch', '.', 'git:feature/one:apps/topology.yml'],
    ['from below', 'apps', 'git:HEAD:topology.yml'],
    ['from beside', 'apps', 'git:HEAD:../apps/topology.yml'],
  ])('%s', async (_, folder, path) => {
    process.chdir(join(repository, folder));
    expect(await readText(path)).toBe('old\n');
    process.chdir(repository);
  });

  test('at an absolute path, from outside the repository', async () => {
    process.chdir(outside);
    expect(await readTextAt('HEAD', join(repository, 'apps/topology.yml'))).toBe('old\n');
    process.chdir(repository);
  });

  test('that is not there is nothing', async () => {
    expect(await readTextAt('HEAD', 'apps/other.yml')).toBeNull();
    await expect(readText('git:HEAD:apps/other.yml')).rejects.toThrow('the revision does not have this file');
  });

  test.each([
    ['git:HEAD', 'the file is missing; write git:REVISION:PATH'],
    ['git:v9:apps/topology.yml', 'cannot read revision v9: git does not know it'],
    ['git::apps/topology.yml', 'it is no name of a revision'],
    ['git:--output=stolen:apps/topology.yml', 'it is no name of a revision'],
    ['git:HEAD:apps', 'cannot read git:HEAD:apps'],
    ['git:HEAD:latin1.yml', 'not UTF-8: the byte 0xe4 at offset 1'],
  ])('%s is refused in words', async (path, words) => {
    await expect(readText(path)).rejects.toThrow(words);
  });

  test('needs a repository', async () => {
    process.chdir(outside);
    process.env.GIT_CEILING_DIRECTORIES = tmpdir();
    await expect(readText('git:HEAD:topology.yml')).rejects.toThrow('this folder is in no git repository');
    process.chdir(repository);
  });

  test('needs git', async () => {
    const { PATH } = process.env;
    process.env.PATH = '';
    await expect(readText('git:HEAD:apps/topology.yml')).rejects.toThrow('git is not installed');
    process.env.PATH = PATH;
  });
});
