import type { EngineId } from '../catalog/types.ts';
import { databasesBehind } from '../topology/pools.ts';
import type { Pooler, Target, Topology } from '../topology/types.ts';

/** One way in which a service connects. */
export type TargetUse = Target & { readonly service: string };

/** Everything that leads to a database or pooler, in file order; to a database also through its poolers. */
export function usesOf(topology: Topology, target: string): TargetUse[] {
  const ways = new Set([target, ...topology.poolers.filter(({ to }) => to === target).map(({ name }) => name)]);
  const byTarget = usesByTarget(topology);
  const uses = [...ways].flatMap((way) => byTarget.get(way) ?? []);
  return uses.sort((a, b) => a.order - b.order).map(({ use }) => use);
}

type Ordered = { readonly order: number; readonly use: TargetUse };

const known = new WeakMap<Topology, ReadonlyMap<string, Ordered[]>>();

/** Sorted out once a topology: a file for each of a thousand databases asks for all of them. */
function usesByTarget(topology: Topology): ReadonlyMap<string, Ordered[]> {
  const before = known.get(topology);
  if (before !== undefined) return before;
  const uses = new Map<string, Ordered[]>();
  let order = 0;
  for (const { name: service, pools, extras } of topology.services) {
    for (const { to, user, dbname } of [...pools, ...extras]) {
      const others = uses.get(to) ?? [];
      others.push({ order, use: { service, to, user, dbname } });
      uses.set(to, others);
      order += 1;
    }
  }
  known.set(topology, uses);
  return uses;
}

/** The (user, database) pairs that services declare for a pooler. */
export function declaredPairs(topology: Topology, { name }: Pooler): Pick<Target, 'user' | 'dbname'>[] {
  const pairs = usesOf(topology, name).map((use) => [`${use.user}\0${use.dbname}`, use] as const);
  return [...new Map(pairs).values()];
}

/** A pooler of a database that more pairs use than services declare, and how many those are; null where there is none. */
export function undeclaredPooler(topology: Topology, database: string) {
  for (const pooler of topology.poolers) {
    if (pooler.to !== database || pooler.pairs === null) continue;
    const declared = declaredPairs(topology, pooler).length;
    if (pooler.pairs > declared) {
      return { name: pooler.name, pairs: pooler.pairs, declared };
    }
  }
  return null;
}

/** The engine of the database behind a target. */
export function engineOf(topology: Topology, to: string): EngineId {
  const behind = databasesBehind(topology)({ to });
  return topology.databases.find(({ name }) => name === behind)?.engine ?? 'other';
}
