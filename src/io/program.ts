import { execFile, spawn } from 'node:child_process';

/** What a program printed, and how it ended: its exit code, or null where it did not run to its end. */
export interface Ended<Printed = string> {
  readonly stdout: Printed;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs a Node script to its end with this process's streams, in this environment. Its exit code, or null. */
export function runScript(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [script, ...args], { env, stdio: 'inherit' })
      .on('error', reject)
      .on('exit', resolve);
  });
}

/** Two minutes, in milliseconds: enough for one commit, and less than anybody waits. */
const patience = 120_000;

/** Runs git in the working directory. It never asks anybody for a password. */
export async function git(...args: readonly string[]): Promise<Ended> {
  const { stdout, ...ended } = await gitBytes(args, mebibyte);
  return { ...ended, stdout: stdout.toString() };
}

const mebibyte = 2 ** 20;

/** The same, with at most so many bytes as they were printed. Where git cannot be run, `stderr` says why in Node's words. */
export function gitBytes(args: readonly string[], most: number): Promise<Ended<Buffer>> {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return new Promise((resolve) => {
    execFile('git', args, { env, timeout: patience, encoding: 'buffer', maxBuffer: most }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ stdout, stderr: stderr.toString() || (code === null ? `${error?.message}` : ''), code });
    });
  });
}
