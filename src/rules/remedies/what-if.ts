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

/** A remedy would take too long to try out. */
export class TooLarge extends Error {}

/** Plans one database again for a remedy. Throws `TooLarge` beyond what the view allows to be planned again. */
export function tryOut(view: PlanView, database: string, change: TopologyChange): PlannedAgain {
  const { services } = view.around(database);
  if (services.length > view.allowance.services) throw new TooLarge();
  view.allowance.services -= services.length;
  return planAgain(view, database, change);
}

/** Plans one database again after a change; everything that does not lead to it is left out. */
export function planAgain(view: PlanView, database: string, change: TopologyChange): PlannedAgain {
  const { databases, poolers } = worstCases(change(view.around(database)));
  const [planned] = databases;
  if (planned === undefined) throw new Error(`A change lost the database "${database}".`);
  return { database: planned, poolers };
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
