import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compileAhead, loadCompiled } from '../../src/io/compiled.ts';

interface Program {
  readonly double: (number: number) => number;
}

/** A folder with a program, compiled ahead or not, and the name of what was kept of it. */
async function folderWith(ahead: boolean): Promise<{ file: string; kept: string | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), 'connbudget-compiled-'));
  const file = join(folder, 'program.cjs');
  writeFileSync(file, "exports.double = (number) => 2 * number; exports.separator = require('node:path').sep;");
  if (ahead) await compileAhead(file, async (program) => void (program as Program).double(1));
  return { file, kept: readdirSync(folder).find((name) => name.endsWith('.bin')) };
}

const double = (file: string) => (loadCompiled(file) as Program).double(21);

describe('a program', () => {
  test('runs as it is where nothing was compiled ahead', async () => {
    const { file, kept } = await folderWith(false);
    expect([kept, double(file)]).toEqual([undefined, 42]);
  });

  test('runs from what was compiled ahead for this V8', async () => {
    const { file, kept } = await folderWith(true);
    expect(kept).toBe(`program-${process.platform}-${process.arch}-v8-${process.versions.v8}.bin`);
    expect(double(file)).toBe(42);
  });

  test.each([0, 1000])('runs where what was compiled ahead is not for it (%d bytes)', async (size) => {
    const { file, kept = '' } = await folderWith(true);
    writeFileSync(join(file, '..', kept), Buffer.alloc(size, 7));
    expect(double(file)).toBe(42);
  });
});
