import * as Args from '@oclif/core/args';
import { BaseCommand } from './base.ts';

export default class Catalog extends BaseCommand {
  static override summary = 'Show the facts that plans rest on, with their sources.';

  static override description = `\
Lists what a topology can name: engines, plans of providers, poolers, client \
libraries and platforms; with a name, everything that is known about it, where \
it comes from, and how sure it is.

Exit codes: 0; 2 for a name that the catalog does not have.`;

  static override examples = [
    '<%= config.bin %> catalog clients',
    '<%= config.bin %> catalog clients hikaricp',
    '<%= config.bin %> catalog providers aws-rds-postgres',
  ];

  static override args = {
    kind: Args.string({ ignoreStdin: true, description: 'engines, providers, poolers, clients or platforms.' }),
    name: Args.string({ ignoreStdin: true, description: 'A name from the list of that kind.' }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(Catalog);
    const { showCatalog } = await import('../cli/tasks/show-catalog.ts');
    await showCatalog(args.kind, args.name);
  }
}
