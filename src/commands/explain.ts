import * as Args from '@oclif/core/args';
import { screen } from '../io/terminal.ts';
import { printResult } from '../io/write.ts';
import { BaseCommand } from './base.ts';
import { unknownName } from './usage-error.ts';

export default class Explain extends BaseCommand {
  static override summary = 'Say what a rule finds, why it matters and what to do.';

  static override description = `\
Prints the rule with an example that fires it, before and after it was mended. \
Without a rule it lists them all.

Exit codes: 0; 2 for a rule that does not exist.`;

  static override examples = ['<%= config.bin %> explain', '<%= config.bin %> explain deploy-over-budget'];

  static override args = { rule: Args.string({ ignoreStdin: true, description: 'Id of a rule.' }) };

  async run(): Promise<void> {
    const { args } = await this.parse(Explain);
    const { rules } = await import('../rules/index.ts');
    const { renderRule, renderRules } = await import('../report/explain.ts');
    const look = screen(process.stdout);
    if (args.rule === undefined) return printResult(renderRules(rules, look));
    const rule = rules.find(({ id }) => id === args.rule);
    if (rule === undefined)
      throw unknownName(
        'rule',
        args.rule,
        rules.map(({ id }) => id),
      );
    await printResult(renderRule(rule, look));
  }
}
