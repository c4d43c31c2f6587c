import { type ChildProcess, type SpawnOptions, type SpawnSyncOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { delimiter } from 'node:path';
import { describe, test } from '@jest/globals';

/** Packages put some servers where only root's path leads. */
const env = { ...process.env, PATH: `${process.env.PATH}${delimiter}/usr/sbin` };

/** What a program prints. Throws, with what it says, where it ends badly. */
export function run(program: string, args: readonly string[], options: SpawnSyncOptions = {}): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, { env, timeout: 60_000, ...options });
  if (status !== 0) throw new Error(`${program} ended with ${error ?? status}: ${stderr}${stdout}`);
  return String(stdout);
}

/** Starts a program that stays, and waits for its word that it is ready. Throws, with all it has said, if it ends instead. */
export function start(
  program: string,
  args: readonly string[],
  ready: string,
  options: SpawnOptions,
): Promise<ChildProcess> {
  const child = spawn(program, args, { env, ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      if (said.includes(ready)) resolve(child);
    });
    child.on('error', reject);
    child.on('close', (status) => reject(new Error(`${program} ended with ${status}: ${said}`)));
  });
}

/** Asks a program that stays to end, and waits until it has. */
export const stop = (child: ChildProcess): Promise<unknown> => {
  const ended = once(child, 'close');
  child.kill('SIGINT');
  return ended;
};

/** Tests that take a program: they run where it is, and say so where it is not. */
export function where(program: string, isHere = spawnSync(program, ['--version'], { env }).status === 0) {
  const note = isHere ? '' : ` (skipped: no ${program} here)`;
  return {
    test: (name: string, body: () => void) => (isHere ? test : test.skip)(`${name}${note}`, body),
    describe: (name: string, body: () => void) => (isHere ? describe : describe.skip)(`${name}${note}`, body),
  };
}
