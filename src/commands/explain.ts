import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { UsageError } from '../cli/failures/usage-error.ts';
import { BaseCommand } from './base.ts';
import { color } from './flags.ts';

export default class Explain extends BaseCommand {
  static override summary = 'Say how a total comes about, or what a rule finds.';

  static override description = `\
With --on: a total of a topology file, addend by addend, each number with its \
place in the file or with what it is made of. A database: its connections; a \
pooler: its clients and server connections; a service: what one node opens, and \
how many nodes are alive. Without --scenario, in the worst one.

With the id of a rule: when it fires, why it matters and what to do, with an \
example before and after it was mended. Alone: the list of all rules.

Exit codes: 0 when it was explained, whether it fits or not; 2 for a rule, name \
or scenario that does not exist and for a file that cannot be planned.`;

  static override examples = [
    {
      description: 'How does the worst case of a database come about?',
      command: '<%= config.bin %> explain topology.yml --on databases.main',
    },
    {
      description: 'Why does a pooler open so many connections in a deploy?',
      command: '<%= config.bin %> explain topology.yml --on poolers.bouncer --scenario deploy',
    },
    {
      description: 'What if the service had 40 nodes?',
      command: '<%= config.bin %> explain topology.yml --on services.web --set services.web.nodes=40',
    },
    { description: 'What does a rule find?', command: '<%= config.bin %> explain deploy-over-budget' },
  ];

  static override args = {
    subject: Args.string({
      ignoreStdin: true,
      description: 'A topology file (- is standard input), or the id of a rule.',
    }),
  };

  static override flags = {
    on: Flags.string({ helpValue: 'PATH', summary: 'What to explain: databases.NAME, poolers.NAME or services.NAME.' }),
    scenario: Flags.string({ helpValue: 'NAME', summary: 'In this scenario; the worst one if absent.' }),
    set: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'PATH=VALUE',
      summary: "Explain with this value in place of the file's. Repeatable.",
    }),
    color,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain);
    if (flags.on === undefined) {
      const alone = flags.scenario === undefined ? flags.set && '--set' : '--scenario';
      if (alone !== undefined) throw new UsageError(`${alone} needs --on, which says what to explain`);
      const { explainRule } = await import('../cli/tasks/explain-rule.ts');
      return explainRule(args.subject, flags);
    }
    const { explainTotal } = await import('../cli/tasks/explain-subject.ts');
    await explainTotal(args.subject, { ...flags, on: flags.on });
  }
}
