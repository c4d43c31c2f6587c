import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InputError } from '../../src/findings/types.ts';
import { readText } from '../../src/io/read.ts';

const path = join(mkdtempSync(join(tmpdir(), 'connbudget-read-')), 'topology.yml');

/** What reading a file of these bytes gives: its text, or what is wrong and where. */
async function read(...bytes: (string | number[])[]): Promise<string> {
  writeFileSync(path, Buffer.concat(bytes.map((part) => Buffer.from(part as string))));
  return readText(path).catch((error: InputError) =>
    error.problems.map(({ location: { line, column }, message }) => `${line}:${column} ${message}`).join(),
  );
}

describe('a file', () => {
  test('is read as UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(await read(text)).toBe(text.replace(/^\ufeff/, ''));
      }),
    );
  });

  test('may begin with a byte order mark', async () => {
    expect(await read([0xef, 0xbb, 0xbf], 'databases: {}')).toBe('databases: {}');
  });

  test.each([
    ['a Latin-1 letter', ['name: caf', [0xe9], '\n'], '1:10 not UTF-8: the byte 0xe9 at offset 9'],
    ['a character cut short', ['a\nb', [0xe2, 0x82]], '2:2 not UTF-8: the byte 0xe2 at offset 3'],
    ['half a surrogate pair', ['ä', [0xed, 0xa0, 0x80]], '1:2 not UTF-8: the byte 0xed at offset 2'],
    ['UTF-16', [[0xff, 0xfe, 0x61, 0x00]], '1:1 not UTF-8: the byte 0xff at offset 0'],
  ])('with %s is refused, and the place is named', async (_, bytes, problem) => {
    expect(await read(...(bytes as (string | number[])[]))).toBe(problem);
  });

  test('is read up to a bound, and not beyond', async () => {
    writeFileSync(path, 'x'.repeat(1025));
    await expect(readText(path, 1025)).resolves.toHaveLength(1025);
    await expect(readText(path, 1024)).rejects.toThrow('it has more than 1024 bytes');
    await expect(readText('/dev/zero', 2 ** 20)).rejects.toThrow('cannot read /dev/zero: it has more than 1 MiB');
  });
});
