import { computeBudget } from '../budget/index.ts';
import { withEveryName } from '../generate/index.ts';
import type { Source, Target } from '../generate/types.ts';
import type { PlanResult } from '../index.ts';
import { waysOut } from '../report/words/advice.ts';
import { withSizes } from '../sizing/index.ts';
import type { NameFlags } from './generate-names.ts';

/** What to generate with. */
export interface SourceFlags extends NameFlags {
  readonly current: boolean;
  readonly host?: string | undefined;
  readonly set?: readonly string[] | undefined;
}

/** What a target is made from: the plan with its recommended sizes, or as it is. */
export function sourceOf(target: Target, { plan }: PlanResult, flags: SourceFlags): Source {
  const recommendations = flags.current ? [] : plan.sizing.recommendations;
  const topology = withSizes(plan.topology, recommendations);
  return {
    topology,
    budget: computeBudget(target.of === 'database' && target.reach ? withEveryName(topology) : topology),
    sizes: flags.current ? 'current' : 'recommended',
    recommendations,
    command: commandLine(target.name, topology.path, flags),
    host: flags.host ?? null,
  };
}

function commandLine(target: string, path: string, flags: SourceFlags): string[] {
  const { current, host, set = [], service = [], database, pooler } = flags;
  const each = (flag: string, values: readonly string[]) => values.flatMap((value) => [`--${flag}`, value]);
  return [
    ...['generate', target, path],
    ...(current ? ['--current'] : []),
    ...each('service', service),
    ...each('database', database === undefined ? [] : [database]),
    ...each('pooler', pooler === undefined ? [] : [pooler]),
    ...each('host', host === undefined ? [] : [host]),
    ...each('set', set),
  ];
}

/** What no pool sizes fit, a sentence each with what would help; none where the recommended sizes do. */
export function misfits({ document }: PlanResult, { budget }: Source): string[] {
  const hopeless = document.ways_out.map((way) => {
    const ways = waysOut(way).map((each) => `\n  - ${each}`);
    return `no pool sizes fit ${way.database} in ${way.scenario}; what would, each by itself:${ways.join('')}`;
  });
  const overrun = budget.poolers.flatMap(({ name, scenarios }) => {
    const full = scenarios.find(({ fits }) => !fits);
    return full === undefined
      ? []
      : `no pool sizes fit ${name}: ${full.clients} clients in ${full.name}, and it accepts ${full.clientLimit}`;
  });
  return [...hopeless, ...overrun];
}
