import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { folderWith } from '../action/repository.ts';

const program = join(import.meta.dirname, '../../bin/run.js');
const bin = folderWith({ connbudget: `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n` });
chmodSync(join(bin, 'connbudget'), 0o755);

/** Runs commands in a folder, with connbudget installed, up to the first that fails. Its exit code. */
export function shell(folder: string, commands: readonly string[], env: NodeJS.ProcessEnv = {}): number | null {
  const script = commands.join('\n');
  const path = `${bin}${delimiter}${process.env.PATH}`;
  return spawnSync('bash', ['-e', '-c', script], { cwd: folder, env: { ...process.env, ...env, PATH: path } }).status;
}
