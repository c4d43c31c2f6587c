import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findFiles } from '../../src/io/find.ts';

const folder = mkdtempSync(join(tmpdir(), 'connbudget-find-'));
const files = [
  'shop/b.yml',
  'shop/a.yaml',
  'shop/deep/er/c.json',
  'shop/read.me',
  'shop/.hidden/d.yml',
  'shop/.e.yml',
  'shop/node_modules/x/f.yml',
  'shop/[x].yml',
  'x.yml',
];
for (const file of files) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), '');
}
symlinkSync('..', join(folder, 'shop/deep/loop'));
symlinkSync('b.yml', join(folder, 'shop/link.yml'));

/** What a name stands for, seen from the folder. */
async function found(name: string): Promise<string[]> {
  const [match] = await findFiles([join(folder, name)]);
  return (match?.files ?? []).map(({ path }) => path.slice(folder.length + 1));
}

describe('a name', () => {
  test.each([
    ['shop', ['shop/[x].yml', 'shop/a.yaml', 'shop/b.yml', 'shop/deep/er/c.json']],
    ['shop/', ['shop/[x].yml', 'shop/a.yaml', 'shop/b.yml', 'shop/deep/er/c.json']],
    ['shop/.hidden', ['shop/.hidden/d.yml']],
    ['shop/b.yml', ['shop/b.yml']],
    ['shop/read.me', ['shop/read.me']],
    ['shop/[x].yml', ['shop/[x].yml']],
    ['shop/missing.yml', ['shop/missing.yml']],
    ['shop/b.yml/missing.yml', ['shop/b.yml/missing.yml']],
  ])('%s', async (name, expected) => {
    expect(await found(name)).toEqual(expected);
  });
});

describe('a pattern', () => {
  const here = process.cwd();
  test.each([
    ['shop/*.y*ml', ['shop/[x].yml', 'shop/a.yaml', 'shop/b.yml', 'shop/link.yml']],
    ['**/{c,d}.{json,yml}', ['shop/deep/er/c.json', 'shop/deep/loop/deep/er/c.json']],
    ['shop/**/f.yml', []],
    ['shop/../*.yml', ['x.yml']],
    ['missing/*.yml', []],
    ['shop/.*.yml', ['shop/.e.yml']],
    ['*.json', []],
  ])('%s', async (name, expected) => {
    process.chdir(folder);
    const [match] = await findFiles([name]);
    process.chdir(here);
    expect(match?.files.map(({ path }) => path)).toEqual(expected);
  });

  test('may lead out of the current folder and back', async () => {
    process.chdir(join(folder, 'shop'));
    const [match] = await findFiles(['../*/b.yml']);
    process.chdir(here);
    expect(match?.files.map(({ path }) => path)).toEqual(['../shop/b.yml']);
  });
});

test('one file has one real path, however it is written', async () => {
  const names = ['shop/b.yml', 'shop/../shop/b.yml', 'shop/link.yml', 'shop/deep/loop/b.yml'];
  const matches = await findFiles(names.map((name) => `${folder}/${name}`));
  expect(new Set(matches.flatMap(({ files }) => files.map(({ real }) => real))).size).toBe(1);
});

test('standard input is no file, even where one is called so', async () => {
  const here = process.cwd();
  process.chdir(folder);
  writeFileSync('-', '');
  expect(await findFiles(['-'])).toEqual([{ name: '-', isFolder: false, files: [{ path: '-', real: '-' }] }]);
  process.chdir(here);
});
