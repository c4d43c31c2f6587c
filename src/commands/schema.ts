import * as Args from '@oclif/core/args';
import { unknownName } from '../cli/failures/usage-error.ts';
import { printResult } from '../io/write.ts';
import { BaseCommand } from './base.ts';

/** The schemas by name, loaded when they are asked for. */
const schemas: Readonly<Record<string, () => Promise<object>>> = {
  topology: async () => (await import('../topology/json-schema.ts')).topologyJsonSchema(),
  document: async () => (await import('../documents/plan/schema.ts')).documentSchema,
  check: async () => (await import('../documents/check/schema.ts')).checkSchema,
  diff: async () => (await import('../documents/diff/schema.ts')).diffSchema,
  recommend: async () => (await import('../documents/recommend/schema.ts')).recommendSchema,
};

export default class Schema extends BaseCommand {
  static override summary = 'Print the JSON Schema of topology files, or of what commands print as JSON.';

  static override description = `\
With the schema of topology files an editor completes and explains every key: \
save it, and point the editor to it.

Exit codes: 0; 2 for a schema that does not exist.`;

  static override examples = [
    '<%= config.bin %> schema > topology.schema.json',
    '<%= config.bin %> schema document > plan.schema.json',
  ];

  static override args = {
    of: Args.string({
      ignoreStdin: true,
      default: 'topology',
      description:
        'topology: the file to plan. document, check, diff, recommend: what plan, check, diff, recommend --format json print.',
    }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(Schema);
    const schema = schemas[args.of];
    if (schema === undefined) throw unknownName('schema', args.of, Object.keys(schemas));
    await printResult(`${JSON.stringify(await schema(), null, 2)}\n`);
  }
}
