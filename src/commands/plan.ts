import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BaseCommand } from './base.ts';
import { all, color, repeatable } from './flags.ts';

export default class Plan extends BaseCommand {
  static override summary = 'Say whether the connections fit, also at the peak and in a deploy.';

  static override description = `\
Prints for every database and pooler the most connections it can be asked for \
against what it accepts; then findings, pool sizes to write down, and every \
number that had to be assumed.

Several files are planned one after the other. One that cannot be planned does \
not keep the others from being printed; its mistakes go to standard error.

Exit codes: 0 when every file was planned, whatever the plan says; 2 when not.`;

  static override examples = [
    { description: 'Plan a file:', command: '<%= config.bin %> plan topology.yml' },
    {
      description: 'What if there were 40 nodes?',
      command: '<%= config.bin %> plan topology.yml --set services.web.nodes=40',
    },
    { description: 'For a pull request:', command: '<%= config.bin %> plan topology.yml --format markdown' },
    { description: 'From standard input, for a program:', command: '<%= config.bin %> plan - --format json' },
  ];

  static override args = {
    file: Args.string({ multiple: true, required: true, description: 'Topology files; - is standard input.' }),
  };

  static override flags = {
    format: Flags.option({
      options: ['table', 'markdown', 'json'] as const,
      default: 'table',
      summary: 'How to print the plan.',
    })(),
    scenario: repeatable('NAME', 'Judge and show only this scenario.'),
    database: repeatable('NAME', 'Show only this database.'),
    set: repeatable('PATH=VALUE', "Plan with this value in place of the file's."),
    all,
    color,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Plan);
    const { planFiles } = await import('../cli/tasks/plan-files.ts');
    await planFiles(args.file, flags);
  }
}
