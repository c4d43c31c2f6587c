import * as Args from '@oclif/core/args';
import { UsageError } from '../cli/failures/usage-error.ts';
import { standardInput } from '../io/read.ts';
import { createFile, printResult } from '../io/write.ts';
import { BaseCommand } from './base.ts';

export default class Init extends BaseCommand {
  static override summary = 'Write a topology file to start from, every common key explained.';

  static override description = `\
Never writes over a file: give another name, or move the old file away.

Exit codes: 0 when the file was written; 2 when it was not.`;

  static override examples = ['<%= config.bin %> init', '<%= config.bin %> init services/topology.yml'];

  static override args = {
    file: Args.string({ ignoreStdin: true, default: 'topology.yml', description: 'Where to write it.' }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(Init);
    if (args.file === standardInput) throw new UsageError('init writes a file, and - is none');
    const { starter } = await import('../topology/starter.ts');
    createFile(args.file, starter);
    await printResult(`Wrote ${args.file}. Change its numbers to yours, then run: connbudget plan ${args.file}\n`);
  }
}
