import { worstCases } from '../../budget/index.ts';
import type { DatabaseBudget, PoolerBudget } from '../../budget/types.ts';
import type { Database, Policy, Pooler, Service, Topology } from '../../topology/types.ts';
import type { PlanView } from '../types.ts';

/** An edit that someone could make to the file. */
export type TopologyChange = (topology: Topology) => Topology;

/** What one database and the poolers in front of it come to. */
export interface PlannedAgain {
  readonly database: DatabaseBudget;
  readonly poolers: readonly PoolerBudget[];
}

/** What a change would do to one database. */
export type Trial = (change: TopologyChange) => PlannedAgain;

/** With so many services around a database some twenty trials, the most that one remedy takes, stay below a second. */
const mostServices = 2_000;

/**
 * Tries changes out on one database. Null where more services lead there than a remedy has time for; nothing else decides
 * it, so a remedy does not depend on what else was found. No remedy takes more than some twenty trials, so all of them
 * together take a time in proportion to the file.
 */
export function trialOf(view: PlanView, database: string): Trial | null {
  const around = view.around(database);
  return around.services.length > mostServices ? null : (change) => planAgain(around, change);
}

/** Plans what is around one database again after a change. */
export function planAgain(around: Topology, change: TopologyChange): PlannedAgain {
  const { databases, poolers } = worstCases(change(around));
  const [database] = databases;
  if (database === undefined) throw new Error('A change lost the database that it was tried on.');
  return { database, poolers };
}

/** True when every scenario fits, the draining ones aside: they rest on timing that nobody declared. */
export const fits = ({ scenarios }: Pick<DatabaseBudget | PoolerBudget, 'scenarios'>): boolean =>
  scenarios.every((scenario) => scenario.fits || scenario.kind === 'draining');

export const changeDatabase =
  (name: string, patch: Partial<Database>): TopologyChange =>
  (topology) => ({ ...topology, databases: patched(topology.databases, name, () => patch) });

export const changePooler =
  (name: string, patch: Partial<Pooler>): TopologyChange =>
  (topology) => ({ ...topology, poolers: patched(topology.poolers, name, () => patch) });

export const changeService =
  (name: string, patch: (service: Service) => Partial<Service>): TopologyChange =>
  (topology) => ({ ...topology, services: patched(topology.services, name, patch) });

/** Changes every service and pooler. */
export const changeEvery =
  (patch: {
    readonly service?: (service: Service) => Partial<Service>;
    readonly pooler?: (pooler: Pooler) => Partial<Pooler>;
  }): TopologyChange =>
  (topology) => ({
    ...topology,
    services: topology.services.map((service) => ({ ...service, ...patch.service?.(service) })),
    poolers: topology.poolers.map((pooler) => ({ ...pooler, ...patch.pooler?.(pooler) })),
  });

export const changePolicy =
  (patch: Partial<Policy>): TopologyChange =>
  (topology) => ({ ...topology, policy: { ...topology.policy, ...patch } });

const patched = <V extends { readonly name: string }>(
  values: readonly V[],
  name: string,
  patch: (value: V) => Partial<V>,
): V[] => values.map((value) => (value.name === name ? { ...value, ...patch(value) } : value));
