import type { Plan } from '../../plan/types.ts';
import { databasesBehind } from '../../topology/pools.ts';
import type { Service, Topology } from '../../topology/types.ts';
import type { DatabaseView, PlanView } from '../types.ts';

/** Indexes a plan once, for all rules. */
export function view(plan: Plan, ruleIds: ReadonlySet<string>): PlanView {
  const { topology, budget } = plan;
  const budgets = {
    databases: byName(budget.databases),
    poolers: byName(budget.poolers),
  };
  const poolersOf = groupBy(topology.poolers, ({ to }) => to);
  const databases = new Map(
    topology.databases.map((database) => [
      database.name,
      { database, budget: known(budgets.databases, database.name), poolers: poolersOf.get(database.name) ?? [] },
    ]),
  );
  const poolers = new Map(
    topology.poolers.map((pooler) => [
      pooler.name,
      {
        pooler,
        budget: known(budgets.poolers, pooler.name),
        database: known(databases, pooler.to).database,
      },
    ]),
  );
  const databaseOf = databasesBehind(topology);
  return {
    ...plan,
    databases,
    poolers,
    databaseOf,
    service: lookUp(topology.services, ({ name }) => name),
    around: surroundings(topology, databases, databaseOf),
    recommended: lookUp(plan.sizing.recommendations, ({ on }) => on),
    wayOut: lookUp(plan.sizing.waysOut, ({ database }) => database),
    ruleIds,
  };
}

function surroundings(
  topology: Topology,
  databases: ReadonlyMap<string, DatabaseView>,
  databaseOf: PlanView['databaseOf'],
): (database: string) => Topology {
  const servicesOf = once(() => groupServices(topology.services, databaseOf));
  return (name) => {
    const leadsThere = (target: { readonly to: string }) => databaseOf(target) === name;
    const { database, poolers: inFront } = known(databases, name);
    return {
      ...topology,
      databases: [database],
      poolers: inFront,
      services: (servicesOf().get(name) ?? []).map((service) => ({
        ...service,
        pools: service.pools.filter(leadsThere),
        extras: service.extras.filter(leadsThere),
      })),
    };
  };
}

function groupServices(services: readonly Service[], databaseOf: PlanView['databaseOf']): Map<string, Service[]> {
  const groups = new Map<string, Service[]>();
  for (const service of services) {
    const reach = (target: { readonly to: string }) => {
      const database = databaseOf(target);
      if (groups.get(database)?.at(-1) !== service) push(groups, database, service);
    };
    service.pools.forEach(reach);
    service.extras.forEach(reach);
  }
  return groups;
}

/** The value, worked out when it is first asked for. */
export function once<V>(work: () => V): () => V {
  let done: { readonly value: V } | null = null;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** Looks up by key; the index is made at the first question. */
function lookUp<V>(values: readonly V[], key: (value: V) => string): (key: string) => V | undefined {
  const index = once(() => new Map(values.map((value) => [key(value), value])));
  return (wanted) => index().get(wanted);
}

const byName = <V extends { readonly name: string }>(values: readonly V[]): ReadonlyMap<string, V> =>
  new Map(values.map((value) => [value.name, value]));

function known<V>(values: ReadonlyMap<string, V>, name: string): V {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The plan has no entry for "${name}".`);
  return value;
}

/** Values by key, both in the order they came. */
export function groupBy<V>(values: readonly V[], key: (value: V) => string): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const value of values) push(groups, key(value), value);
  return groups;
}

function push<V>(groups: Map<string, V[]>, key: string, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
