import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { addToFile, rewriteFile, writeOutput } from '../../src/io/output.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'connbudget-output-'));
const read = (path: string) => readFileSync(path, 'utf8');

describe('a report', () => {
  test('is a new file, and nothing is left beside it', () => {
    const folder = newFolder();
    writeOutput(join(folder, 'report'), 'text');
    expect([readdirSync(folder), read(join(folder, 'report'))]).toEqual([['report'], 'text']);
  });

  test('takes the place of an older one, with its permissions and by its links', () => {
    const folder = newFolder();
    const [file, link] = [join(folder, 'file'), join(folder, 'link')];
    writeFileSync(file, 'an older and longer text');
    chmodSync(file, 0o640);
    symlinkSync('file', link);
    writeOutput(link, 'text');
    expect([read(file), statSync(file).mode & 0o777, readdirSync(folder)]).toEqual(['text', 0o640, ['file', 'link']]);
  });

  test.each([
    ['missing/report', 'there is no folder missing'],
    ['folder', 'it is a directory'],
    ['file/report', 'a part of its path is not a directory'],
    ['x'.repeat(300), 'name too long'],
  ])('is not written to %s, and nothing is left behind', (name, reason) => {
    const folder = newFolder();
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'file'), 'text');
    const here = process.cwd();
    process.chdir(folder);
    expect(() => writeOutput(name, 'other')).toThrow(`cannot write ${name}: `);
    expect(() => writeOutput(name, 'other')).toThrow(reason);
    process.chdir(here);
    expect([readdirSync(folder), readdirSync(join(folder, 'folder'))]).toEqual([['file', 'folder'], []]);
    expect(read(join(folder, 'file'))).toBe('text');
  });

  test('goes to a device as it is', () => {
    writeOutput('/dev/null', 'text');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(() => writeOutput('/dev/full', 'text')).toThrow('cannot write /dev/full: no space left on the device');
  });
});

describe('an addition', () => {
  test('is made to what is there, up to a bound', () => {
    const file = join(newFolder(), 'file');
    addToFile(file, 'äb', 5);
    addToFile(file, 'cd', 5);
    expect(() => addToFile(file, 'e', 5)).toThrow(`cannot add to ${file}: it would have more than 5 bytes`);
    expect(read(file)).toBe('äbcd');
  });

  test('is not made where it cannot be', () => {
    const file = join(newFolder(), 'missing', 'file');
    expect(() => addToFile(file, 'text', 5)).toThrow('there is no folder');
    expect(existsSync(file)).toBe(false);
  });
});

describe('a file that was read', () => {
  const folder = newFolder();
  const [file, link] = [join(folder, 'file'), join(folder, 'link')];
  symlinkSync('file', link);

  test('is replaced, with its byte order mark, its permissions and its links', () => {
    writeFileSync(file, '\ufeffold\r\n');
    chmodSync(file, 0o666);
    rewriteFile(link, 'old\r\n', 'new\r\n');
    expect(read(link)).toBe('\ufeffnew\r\n');
    expect([statSync(file).mode & 0o777, readdirSync(folder)]).toEqual([0o666, ['file', 'link']]);
  });

  test('stays as it is when somebody else changed it meanwhile', () => {
    writeFileSync(file, 'theirs');
    expect(() => rewriteFile(file, 'old', 'new')).toThrow(`cannot write ${file}: it was changed since it was read`);
    expect([read(file), readdirSync(folder)]).toEqual(['theirs', ['file', 'link']]);
  });

  test('is not there any more', () => {
    expect(() => rewriteFile(join(folder, 'gone'), 'old', 'new')).toThrow('gone');
    expect(readdirSync(folder)).toEqual(['file', 'link']);
  });
});
