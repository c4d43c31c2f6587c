import { scenariosOf } from '../../budget/demand/scenarios.ts';
import { worstCases } from '../../budget/index.ts';
import { processesOf } from '../../budget/network/pooler.ts';
import type { PoolerBudget } from '../../budget/types.ts';
import type { Pooler, Topology } from '../../topology/types.ts';
import { largest } from '../bisect.ts';
import { exceedsNamed } from '../limits/named.ts';
import { overLimit } from '../over-limit.ts';
import { partsOf } from '../parts.ts';
import type { Shared } from '../traffic/streams.ts';
import type { SettingAdvice } from '../types.ts';
import { sharedWords } from './reasons.ts';

/** The topology with other settings of some poolers, by name. */
export function withPoolers(
  topology: Topology,
  settings: ReadonlyMap<string, Partial<Pick<Pooler, 'poolSize' | 'maxClientConn'>>>,
): Topology {
  if (settings.size === 0) return topology;
  return {
    ...topology,
    poolers: topology.poolers.map((pooler) => ({ ...pooler, ...settings.get(pooler.name) })),
  };
}

/** The pool size that a pooler needs; what its minimum keeps open is no less. */
export const poolSizeFor = ({ minPoolSize }: Pooler, { servers }: Shared): number => Math.max(servers, minPoolSize);

/** The topology with poolers that take no more server connections than their traffic needs. */
export function withSmallerPoolers(topology: Topology, needs: ReadonlyMap<string, Shared>): Topology {
  const tooLarge = topology.poolers.filter((pooler) => {
    const need = needs.get(pooler.name);
    return need !== undefined && poolSizeFor(pooler, need) < pooler.poolSize;
  });
  const names = new Set(tooLarge.map(({ name }) => name));
  return withServingPoolers(topology, new Map([...needs].filter(([name]) => names.has(name))));
}

/**
 * The topology with poolers that serve their traffic as far as their databases have room for more server connections, one
 * after the other; without regard to it in front of a `infeasible` database, which has to grow anyway.
 */
export function withLargerPoolers(
  topology: Topology,
  needs: ReadonlyMap<string, Shared>,
  infeasible: ReadonlySet<string>,
): Topology {
  const wanted = new Map(
    topology.poolers.flatMap((pooler) => {
      const need = needs.get(pooler.name);
      const size = need === undefined ? 0 : poolSizeFor(pooler, need);
      return size > pooler.poolSize ? [[pooler.name, size] as const] : [];
    }),
  );
  const larger = topology.poolers.filter(({ name }) => wanted.has(name));
  const sizes = new Map<string, { readonly poolSize: number }>();
  for (const [database, part] of partsOf(topology, new Set(larger.map(({ to }) => to)))) {
    const here = new Map<string, { readonly poolSize: number }>();
    for (const { name, poolSize: today } of part.poolers.filter((pooler) => wanted.has(pooler.name))) {
      const most = wanted.get(name) as number;
      const fits = (poolSize: number) => {
        const tried = withPoolers(part, new Map(here).set(name, { poolSize }));
        const budget = worstCases(tried);
        if (budget.databases.some(exceedsNamed)) return false;
        return infeasible.has(database) || overLimit(tried, budget).size === 0;
      };
      here.set(name, { poolSize: largest(today, most, fits) ?? today });
    }
    for (const [name, size] of here) sizes.set(name, size);
  }
  return withPoolers(topology, sizes);
}

/** The topology with poolers that serve their traffic, whatever their databases have. */
export function withServingPoolers(topology: Topology, needs: ReadonlyMap<string, Shared>): Topology {
  const served = topology.poolers.flatMap((pooler) => {
    const need = needs.get(pooler.name);
    return need === undefined ? [] : [[pooler.name, { poolSize: poolSizeFor(pooler, need) }] as const];
  });
  return withPoolers(topology, new Map(served));
}

/** Whether a pooler can be told to accept more clients; one that never has a node accepts nobody, whatever its limit. */
export function canAcceptMore({ scenarios }: Topology, { name, nodes, maxNodes, settings }: Pooler): boolean {
  const counts = [nodes, maxNodes ?? 0, ...scenarios.map((scenario) => scenario.nodes.get(name) ?? 0)];
  return settings.client_limit !== undefined && Math.max(...counts) > 0;
}

/**
 * The topology with poolers in front of some databases that accept the clients they get, as far as they can; `before` says
 * what they accept today.
 */
export function withClientLimits(topology: Topology, before: Topology, databases: ReadonlySet<string>): Topology {
  const inFront = new Set(topology.poolers.filter(({ to }) => databases.has(to)).map(({ to }) => to));
  const today = new Map(before.poolers.map(({ name, maxClientConn }) => [name, maxClientConn]));
  const settings = [...partsOf(topology, inFront).values()].flatMap((part) => {
    const needed = clientsNeeded(part, worstCases(part).poolers);
    return part.poolers.map((pooler) => {
      const accepted = today.get(pooler.name) as number;
      const clients = canAcceptMore(part, pooler) ? needed.get(pooler.name)?.clients : undefined;
      return [pooler.name, { maxClientConn: Math.max(accepted, clients ?? accepted) }] as const;
    });
  });
  return withPoolers(topology, new Map(settings));
}

/** The most clients that a process of each pooler gets, and in which scenario; none where they have no bound. */
function clientsNeeded(
  topology: Topology,
  budgets: readonly PoolerBudget[],
): Map<string, { readonly clients: number; readonly scenario: string }> {
  const { poolers, services } = topology;
  const scenarios = new Map(scenariosOf(topology)([...services, ...poolers]).map((each) => [each.name, each]));
  const needed = new Map<string, { clients: number; scenario: string }>();
  poolers.forEach((pooler, index) => {
    for (const { name, clients } of (budgets[index] as PoolerBudget).scenarios) {
      const processes = processesOf(pooler, scenarios.get(name)?.nodes(pooler) ?? 0);
      const each = Math.ceil(clients / processes);
      if (each < Infinity && each > (needed.get(pooler.name)?.clients ?? -1)) {
        needed.set(pooler.name, { clients: each, scenario: name });
      }
    }
  });
  return needed;
}

/**
 * What the settings of the poolers of `after`, which has them already, are to be, with reasons; `budgets` are of these
 * poolers, and `before` has them as they are today.
 */
export function poolerAdvice(
  before: Topology,
  after: Topology,
  budgets: readonly PoolerBudget[],
  needs: ReadonlyMap<string, Shared>,
): SettingAdvice[] {
  const needed = clientsNeeded(after, budgets);
  const today = new Map(before.poolers.map((pooler) => [pooler.name, pooler]));
  return after.poolers.flatMap((pooler, index): SettingAdvice[] => {
    const { name, settings } = pooler;
    const { poolSize, maxClientConn } = today.get(name) as Pooler;
    const need = needs.get(name);
    const size = {
      current: poolSize,
      recommended: pooler.poolSize,
      needs: need === undefined ? null : poolSizeFor(pooler, need),
      reason: sizeReason(pooler, need, budgets[index] as PoolerBudget),
    };
    const most = needed.get(name);
    const clients = {
      current: maxClientConn,
      recommended: pooler.maxClientConn,
      needs: null,
      reason: most ? `${most.scenario} brings ${most.clients} clients to a process` : 'nothing bounds its clients',
    };
    const at = (key: string | undefined, advice: Omit<SettingAdvice, 'on'>) =>
      key === undefined ? [] : [{ on: `poolers.${name}.${key}`, ...advice }];
    return [...at(settings.pool_size, size), ...at(settings.client_limit, clients)];
  });
}

function sizeReason(pooler: Pooler, need: Shared | undefined, { to, scenarios }: PoolerBudget): string {
  if (need === undefined) {
    const worst = scenarios.reduce((most, each) => (each.serverConnections > most.serverConnections ? each : most));
    return `${worst.name} opens ${worst.serverConnections} of them on ${to}`;
  }
  return sharedWords(need, pooler.poolSize);
}
