import { computeBudget } from '../../budget/index.ts';
import type { Document } from '../../documents/plan/document.ts';
import { withEveryName } from '../../generate/index.ts';
import type { GenerateSource, GenerateTarget } from '../../generate/types.ts';
import type { PlanResult } from '../../pipeline/plan.ts';
import { waysOut } from '../../report/sentences/advice.ts';
import { withSizes } from '../../sizing/index.ts';
import type { Advice } from '../../sizing/types.ts';
import type { Topology } from '../../topology/types.ts';
import type { NameFlags } from './generate-names.ts';

/** What to generate with. */
export interface SourceFlags extends NameFlags {
  readonly current: boolean;
  readonly set?: readonly string[] | undefined;
}

/** What a target is made from: the topology with the sizes that `recommend` gives it, or as it is. */
export function sourceOf(
  target: GenerateTarget,
  names: readonly string[],
  advice: Advice | null,
  given: Topology,
  flags: SourceFlags,
): GenerateSource {
  const recommendations = (advice?.pools ?? []).filter(({ current, recommended }) => current !== recommended);
  const settings = new Map([...(advice?.poolers ?? []), ...(advice?.databases ?? [])].map((each) => [each.on, each]));
  const topology = withSettings(withSizes(given, recommendations), settings);
  return {
    topology,
    budget: computeBudget(target.of === 'database' && target.reach ? withEveryName(topology, names) : topology),
    sizes: advice === null ? 'current' : 'recommended',
    recommendations,
    settings,
    command: commandLine(target.name, topology.path, flags),
    host: flags.host ?? null,
  };
}

/** The topology with recommended settings of its poolers and databases. */
function withSettings(topology: Topology, settings: GenerateSource['settings']): Topology {
  const recommended = (path: string, today: number) => settings.get(path)?.recommended ?? today;
  return {
    ...topology,
    databases: topology.databases.map((database) => ({
      ...database,
      maxConnections: recommended(`databases.${database.name}.max_connections`, database.maxConnections),
    })),
    poolers: topology.poolers.map((pooler) => ({
      ...pooler,
      poolSize: recommended(`poolers.${pooler.name}.${pooler.settings.pool_size}`, pooler.poolSize),
      maxClientConn: recommended(`poolers.${pooler.name}.${pooler.settings.client_limit}`, pooler.maxClientConn),
    })),
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

/**
 * What no pool sizes fit among the databases that a file is about, and their poolers, in words, with what would help; none
 * where the recommended sizes do.
 */
export function misfits(
  target: GenerateTarget,
  databases: ReadonlySet<string>,
  { document }: PlanResult,
  advice: Advice,
  { budget }: GenerateSource,
): string[] {
  // max_connections is what postgresql is about: it can always be enough.
  const maxima = target.name === 'postgresql' ? [] : advice.databases.filter(({ database }) => databases.has(database));
  const hopeless = maxima.filter(({ current, recommended }) => recommended > current);
  const overrun = budget.poolers
    .filter(({ to }) => databases.has(to))
    .flatMap(({ name, scenarios }) => {
      const full = scenarios.find(({ fits }) => !fits);
      if (full === undefined) return [];
      const { clients, clientLimit, name: scenario } = full;
      return `poolers.${name}: no pool sizes fit: ${clients} clients in ${scenario}, and it accepts ${clientLimit}`;
    });
  return [...hopeless.map(({ database, reason }) => withWaysOut(database, reason, document)), ...overrun];
}

function withWaysOut(database: string, reason: string, { ways_out }: Document): string {
  const ways = ways_out.filter((way) => way.database === database).flatMap(waysOut);
  const list = ways.map((each) => `\n  - ${each}`).join('');
  return `databases.${database}: ${reason}${list === '' ? '' : `; what would help, each by itself:${list}`}`;
}
