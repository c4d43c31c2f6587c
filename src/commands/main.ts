import { run } from '@oclif/core/run';
import { settings } from '@oclif/core/settings';
import { printNote } from '../io/write.ts';
import { commands } from './list.ts';
import { program } from './program.ts';
import { unknownName } from './usage-error.ts';

const names = Object.keys(commands);

/**
 * Runs one command line (without `node` and the script) to its end. Never rejects: what goes wrong is told on standard
 * error, and `process.exitCode` is 2.
 */
export async function main(argv: readonly string[]): Promise<void> {
  settings.enableAutoTranspile = false;
  const [first = '', ...rest] = argv;
  try {
    if (first === '') process.exitCode = 2;
    else if (!names.includes(first) && first !== 'help' && !first.startsWith('-'))
      throw unknownName('command', first, names);
    const words = first === 'help' ? [...rest, '--help'] : [...argv];
    await run(words, { root: program.root, plugins: new Map([[program.name, program]]) });
  } catch (error) {
    process.exitCode = 2;
    const { explainFailure } = await import('./failure.ts');
    await printNote(explainFailure(error, `connbudget ${names.includes(first) ? `${first} ` : ''}--help`));
  }
}
