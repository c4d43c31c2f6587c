import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { type RecommendFormat, recommendFormats } from '../report/recommend/index.ts';
import { BaseCommand } from './base.ts';
import { all, color, repeatable } from './flags.ts';

export default class Recommend extends BaseCommand {
  static override summary = 'Say which size every pool, every pooler and every max_connections should have.';

  static override description = `\
Each pool says how its size came about. fit: without traffic, the largest up to \
today's that fits every scenario with the policy's headroom, fair by weight. \
demand: the smallest with which waits for a connection stay below target_wait \
at its percentile. both: traffic asks for more than its fair share of what fits, \
so it has that, and how long the wait is then.

No size is above what threads can use, nor below what lets one of them finish. \
With all of them the topology fits in every scenario.

Exit codes: 0 when sizes were computed; 2 when not.`;

  static override examples = [
    { description: 'Every size, with its reason:', command: '<%= config.bin %> recommend topology.yml' },
    { description: 'Write them into the file:', command: '<%= config.bin %> recommend topology.yml --write' },
    {
      description: 'What if there were twice the traffic?',
      command: '<%= config.bin %> recommend topology.yml --set services.web.traffic.rate=600/s',
    },
    { description: 'For a program:', command: '<%= config.bin %> recommend topology.yml --format json' },
  ];

  static override args = {
    file: Args.string({ required: true, ignoreStdin: true, description: 'A topology file; - is standard input.' }),
  };

  static override flags = {
    format: Flags.option({
      options: Object.keys(recommendFormats) as RecommendFormat[],
      default: 'table',
      summary: 'How to print the sizes.',
    })(),
    set: repeatable('PATH=VALUE', "Recommend with this value in place of the file's."),
    all,
    color,
    write: Flags.boolean({ summary: 'Write the sizes into the file.' }),
    'dry-run': Flags.boolean({ summary: 'Show how --write would change the file.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Recommend);
    if (flags.write || flags['dry-run']) {
      const { writeSizes } = await import('../cli/tasks/write-sizes.ts');
      return writeSizes(args.file, { ...flags, isTrial: flags['dry-run'] });
    }
    const { recommendFile } = await import('../cli/tasks/recommend-file.ts');
    await recommendFile(args.file, flags);
  }
}
