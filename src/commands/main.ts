import { run } from '@oclif/core/run';
import { UsageError, unknownName } from '../cli/failures/usage-error.ts';
import { printNote } from '../io/write.ts';
import { commands } from './list.ts';
import { program } from './program.ts';

const names = Object.keys(commands);
const flags = ['--help', '-h', '--version'];

/**
 * Runs one command line (without `node` and the script) to its end. Never rejects: what goes wrong is told on standard
 * error, and `process.exitCode` is 2.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const [first, ...rest] = argv;
  try {
    verify(first);
    const words = first === 'help' ? [...rest, '--help'] : [...argv];
    await run(words, { root: program.root, plugins: new Map([[program.name, program]]) });
  } catch (error) {
    process.exitCode = 2;
    const { explainFailure } = await import('../cli/failures/failure.ts');
    const command = first !== undefined && names.includes(first) ? `${first} ` : '';
    await printNote(explainFailure(error, `connbudget ${command}--help`));
  }
}

/** Throws UsageError unless a command line can begin with this word. */
function verify(first: string | undefined): void {
  if (first === undefined) throw new UsageError(`a command is missing; there is ${names.join(', ')}`);
  if (first.startsWith('-')) {
    if (!flags.includes(first)) throw unknownName('flag', first, flags);
  } else if (!names.includes(first) && first !== 'help') throw unknownName('command', first, names);
}
