import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { UsageError } from '../cli/failures/usage-error.ts';
import { targets } from '../generate/index.ts';
import { standardInput } from '../io/read.ts';
import { BaseCommand } from './base.ts';
import { repeatable } from './flags.ts';

const list = Object.values(targets)
  .map(({ name, about }) => `  ${name.padEnd(14)} ${about}`)
  .join('\n');

export default class Generate extends BaseCommand {
  static override summary = 'Print configuration with sizes that fit: for poolers, servers, clients, alerts.';

  static override description = `\
TARGET is one of

${list}

The sizes are the recommended ones, with which every scenario fits; --current \
takes those of the file. Every number comes with its reason, in a comment. Where \
services name their clients, a target for a client has those services alone.

The same file and flags always give the same text, so --check in CI tells when \
somebody changed the topology and not what was made of it, or the other way round.

Exit codes: 0 when it was generated, or with --check when the file is up to \
date; 1 when no pool sizes fit, or when the file is not up to date; 2 when it \
could not be generated or compared.`;

  static override examples = [
    { description: 'Print it:', command: '<%= config.bin %> generate pgbouncer topology.yml' },
    {
      description: 'Keep it in a file:',
      command: '<%= config.bin %> generate sql topology.yml --output limits.sql',
    },
    {
      description: 'Fail where that file is out of date:',
      command: '<%= config.bin %> generate sql topology.yml --output limits.sql --check',
    },
    {
      description: 'One service, with the sizes it has today:',
      command: '<%= config.bin %> generate env topology.yml --service web --current',
    },
  ];

  static override args = {
    target: Args.string({ required: true, ignoreStdin: true, description: 'What to generate.' }),
    file: Args.string({ required: true, ignoreStdin: true, description: 'The topology file; - is standard input.' }),
  };

  static override flags = {
    service: repeatable('NAME', 'For this service.'),
    database: Flags.string({ helpValue: 'NAME', summary: 'For this database.' }),
    pooler: Flags.string({ helpValue: 'NAME', summary: 'For this pooler.' }),
    current: Flags.boolean({ summary: 'With the sizes of the file, whether they fit or not.' }),
    host: Flags.string({ helpValue: 'HOST[:PORT]', summary: 'Address of the database server, for pgbouncer.' }),
    set: repeatable('PATH=VALUE', "Plan with this value in place of the file's."),
    output: Flags.string({ helpValue: 'PATH', summary: 'Where to write it, whole or not at all.' }),
    check: Flags.boolean({ summary: 'Write nothing: compare it with the file at --output, and show the difference.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Generate);
    if (flags.check && (flags.output ?? standardInput) === standardInput)
      throw new UsageError('--check needs --output, the file to compare');
    const { generateFile } = await import('../cli/tasks/generate-file.ts');
    await generateFile(args.target, args.file, flags);
  }
}
