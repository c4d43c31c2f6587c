import { computeBudget } from '../budget/index.ts';
import { withEveryName } from '../generate/index.ts';
import type { Source, Target } from '../generate/types.ts';
import type { PlanResult } from '../index.ts';
import { waysOut } from '../report/words/advice.ts';
import { withSizes } from '../sizing/index.ts';
import type { Advice, MaximumAdvice } from '../sizing/types.ts';
import type { Topology } from '../topology/types.ts';
import type { NameFlags } from './generate-names.ts';

/** What to generate with. */
export interface SourceFlags extends NameFlags {
  readonly current: boolean;
  readonly host?: string | undefined;
  readonly set?: readonly string[] | undefined;
}

/** What a target is made from: the topology with the sizes that `recommend` gives it, or as it is. */
export function sourceOf(target: Target, advice: Advice | null, given: Topology, flags: SourceFlags): Source {
  const recommendations = (advice?.pools ?? []).filter(({ current, recommended }) => current !== recommended);
  const sized = withSizes(given, recommendations);
  const topology = target.name === 'postgresql' ? withMaxima(sized, advice?.databases ?? []) : sized;
  return {
    topology,
    budget: computeBudget(target.of === 'database' && target.reach ? withEveryName(topology) : topology),
    sizes: advice === null ? 'current' : 'recommended',
    recommendations,
    maxima: new Map((advice?.databases ?? []).map(({ database, reason }) => [database, reason])),
    command: commandLine(target.name, topology.path, flags),
    host: flags.host ?? null,
  };
}

function withMaxima(topology: Topology, maxima: readonly MaximumAdvice[]): Topology {
  const recommended = new Map(maxima.map((each) => [each.database, each.recommended]));
  const databases = topology.databases.map((database) => ({
    ...database,
    maxConnections: recommended.get(database.name) ?? database.maxConnections,
  }));
  return { ...topology, databases };
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

/** What no pool sizes fit, in words, with what would help; none where the recommended sizes do. */
export function misfits(target: Target, { document }: PlanResult, advice: Advice, { budget }: Source): string[] {
  // max_connections is what this one is about: it can always be enough.
  const tooSmall =
    target.name === 'postgresql' ? [] : advice.databases.filter((each) => each.recommended > each.current);
  const hopeless = tooSmall.map(({ database, reason }) => {
    const ways = document.ways_out.filter((way) => way.database === database).flatMap(waysOut);
    const list = ways.map((each) => `\n  - ${each}`).join('');
    return `databases.${database}: ${reason}${list === '' ? '' : `; what would help, each by itself:${list}`}`;
  });
  const overrun = budget.poolers.flatMap(({ name, scenarios }) => {
    const full = scenarios.find(({ fits }) => !fits);
    return full === undefined
      ? []
      : `poolers.${name}: no pool sizes fit: ${full.clients} clients in ${full.name}, and it accepts ${full.clientLimit}`;
  });
  return [...hopeless, ...overrun];
}
