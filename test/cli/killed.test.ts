import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

const program = join(import.meta.dirname, '../../bin/run.js');
const folder = mkdtempSync(join(tmpdir(), 'connbudget-killed-'));
const args = (path: string) => [program, 'recommend', path, '--write'];

/** Long enough for a write to be cut in two. */
const comment = `# ${'x'.repeat(998)}\n`.repeat(1000);
const old = `${comment}database: { max_connections: 50, version: 17 }\nservices: { web: { nodes: 4, pool: 20 } }\n`;

/** What the file holds after the program was killed, so many milliseconds after its start or after it began to write. */
async function leftBy(delay: number, since: 'start' | 'write'): Promise<string> {
  const home = mkdtempSync(join(folder, 'run-'));
  const path = join(home, 'topology.yml');
  writeFileSync(path, old);
  const watcher = watch(home);
  const written = new Promise((resolve) => watcher.once('change', resolve));
  const child = spawn(process.execPath, args(path), { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  if (since === 'write') await Promise.race([written, ended]);
  await Promise.race([setTimeout(delay), ended]);
  child.kill('SIGKILL');
  await ended;
  watcher.close();
  return readFileSync(path, 'utf8');
}

test('killed at any moment, --write leaves the old file or the new one', async () => {
  const path = join(folder, 'whole.yml');
  writeFileSync(path, old);
  const start = performance.now();
  await promisify(execFile)(process.execPath, args(path));
  const run = performance.now() - start;
  const fresh = readFileSync(path, 'utf8');
  expect(fresh).not.toBe(old);

  const moments = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), 200);
  const left: string[] = [];
  const worker = async () => {
    for (let moment = moments.pop(); moment !== undefined; moment = moments.pop())
      left.push(await (moments.length % 2 === 0 ? leftBy(moment * run, 'start') : leftBy(moment * 2, 'write')));
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  const torn = left.filter((text) => text !== old && text !== fresh);
  expect(torn.map(({ length }) => length)).toEqual([]);
  expect(left).toHaveLength(200);
  rmSync(folder, { recursive: true });
}, 120_000);
