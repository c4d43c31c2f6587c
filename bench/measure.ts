import { spawnSync } from 'node:child_process';

/** A command line of node, without `node`. It ends with 0, or 1 for a verdict that is a fail. */
export type Command = readonly string[];

interface Run {
  /** Wall seconds of the whole process. */
  readonly seconds: number;
  /** What it wrote to file descriptor 3. */
  readonly reported: string;
}

function run(command: Command): Run {
  const start = process.hrtime.bigint();
  const { status, output } = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0 && status !== 1) throw new Error(`node ${command.join(' ')} ended with ${status}`);
  return { seconds, reported: String(output[3]) };
}

/** Median wall seconds of each command as a whole process, run in turn so that a slow moment of the machine hits all. */
export function medianSeconds(commands: readonly Command[], rounds: number): number[] {
  for (const command of commands) run(command);
  const seconds = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) seconds[index]?.push(run(command).seconds);
  }
  return seconds.map(median);
}

/** Median of the number that a command writes to file descriptor 3. */
export function medianReported(command: Command, rounds: number): number {
  return median(Array.from({ length: rounds }, () => Number(run(command).reported)));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
