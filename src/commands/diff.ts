import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { verifyDay } from '../cli/failures/day.ts';
import { type DiffFormat, diffFormats } from '../report/diff/index.ts';
import { BaseCommand } from './base.ts';
import { all, color, repeatable, today } from './flags.ts';

export default class Diff extends BaseCommand {
  static override summary = 'Say what a change does to every budget, and which edit does it.';

  static override description = `\
BASE and HEAD are topology files, git:REVISION:PATH for a file as it was in git, \
or - for standard input. git:REVISION alone as BASE is HEAD in that revision; \
where it did not exist yet, everything is new. Paths in a revision begin at the \
current folder.

Prints the verdict before and after, what becomes of every database and pooler \
that changes, what each edit does on its own and what they do together, and the \
findings that are new, worse or fixed. To fail on what a change makes worse, \
use check --base.

Exit codes: 0 when both were planned, whatever the change does; 2 when not.`;

  static override examples = [
    { description: 'Before a commit:', command: '<%= config.bin %> diff git:HEAD topology.yml' },
    {
      description: 'What a branch changes, for a pull request:',
      command: '<%= config.bin %> diff git:origin/main topology.yml --format markdown',
    },
    {
      description: 'What if there were 40 nodes?',
      command: '<%= config.bin %> diff topology.yml topology.yml --set services.web.nodes=40',
    },
  ];

  static override args = {
    base: Args.string({ required: true, ignoreStdin: true, description: 'The file before.' }),
    head: Args.string({ required: true, ignoreStdin: true, description: 'The file after.' }),
  };

  static override flags = {
    format: Flags.option({
      options: Object.keys(diffFormats) as DiffFormat[],
      default: 'table',
      summary: 'How to print what the change does.',
    })(),
    set: repeatable('PATH=VALUE', "Plan HEAD with this value in place of the file's."),
    today,
    all,
    color,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Diff);
    if (flags.today !== undefined) verifyDay('--today', flags.today);
    const { diffFiles } = await import('../cli/tasks/diff-files.ts');
    await diffFiles(args.base, args.head, flags);
  }
}
