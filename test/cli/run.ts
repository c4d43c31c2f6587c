import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Readable } from 'node:stream';

/** A command line with everything around it, and what came of it. */
export interface Run {
  /** As typed into a shell, `connbudget` first. */
  readonly command: string;
  readonly files: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

export type Outcome = Pick<Run, 'stdout' | 'stderr' | 'exit'>;

const built = `"${process.execPath}" "${join(import.meta.dirname, '../../bin/run.js')}"`;

/** The program as users have it, as a shell calls it: the one that CONNBUDGET names, else the one that was built here. */
const program = process.env.CONNBUDGET ?? built;

/** Without a shell's help it runs in this process and from source, which is faster. */
const needsShell = ({ command }: Run) => /[|<>;&]|^\w+=/.test(command) || process.env.CONNBUDGET !== undefined;

Object.assign(process.env, { NO_COLOR: '1', OCLIF_COLUMNS: '80' });
for (const name of ['FORCE_COLOR', 'GITHUB_ACTIONS', 'GITHUB_STEP_SUMMARY']) delete process.env[name];

const versions = /connbudget\/\S+ \S+ node-\S+/g;

/** Runs it in an empty folder that holds its files. The versions of the program and of Node are left out of the outcome. */
export async function perform(run: Run): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'connbudget-run-'));
  for (const [path, text] of Object.entries(run.files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  try {
    const outcome = needsShell(run)
      ? inShell(run, folder)
      : await inProcess(run.command.split(' ').slice(1), folder, run.stdin);
    return { ...outcome, stdout: outcome.stdout.replace(versions, 'connbudget/VERSION') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inShell({ command, stdin }: Run, folder: string): Outcome {
  const bin = mkdtempSync(join(tmpdir(), 'connbudget-bin-'));
  writeFileSync(join(bin, 'connbudget'), `#!/bin/sh\nexec ${program} "$@"\n`);
  chmodSync(join(bin, 'connbudget'), 0o755);
  const env = { ...process.env, NO_COLOR: undefined, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const { stdout, stderr, status } = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
    cwd: folder,
    input: stdin,
    env,
    encoding: 'utf8',
  });
  rmSync(bin, { recursive: true });
  return { stdout, stderr, exit: status ?? -1 };
}

/** Runs the program in this process and a folder, with what follows `connbudget` on its command line. */
export async function inProcess(args: readonly string[], folder: string, stdin = ''): Promise<Outcome> {
  const { main } = await import('../../src/commands/main.ts');
  const back = process.cwd();
  const realStdin = process.stdin;
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(stdin)]), configurable: true });
  process.chdir(folder);
  try {
    await main(args);
    return { stdout: stdout.text(), stderr: stderr.text(), exit: Number(process.exitCode ?? 0) };
  } finally {
    process.chdir(back);
    Object.defineProperty(process, 'stdin', { value: realStdin, configurable: true });
    for (const captured of [stdout, stderr]) captured.stop();
  }
}

/** Keeps what is written to a stream, which is no terminal meanwhile. */
function capture(stream: NodeJS.WriteStream): { text: () => string; stop: () => void } {
  const { write, isTTY } = stream;
  let text = '';
  stream.isTTY = false;
  stream.write = ((chunk: string, ...more: unknown[]) => {
    text += chunk;
    for (const argument of more) if (typeof argument === 'function') argument();
    return true;
  }) as typeof write;
  return { text: () => text, stop: () => Object.assign(stream, { write, isTTY }) };
}
