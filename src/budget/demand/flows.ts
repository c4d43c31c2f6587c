import type { Extra, Pool, Service, Target } from '../../topology/types.ts';

/** What one service opens towards one target under one role and logical database. Connections; Infinity where nothing bounds a pool. */
export interface Flow {
  readonly service: string;
  readonly to: string;
  readonly user: string;
  readonly dbname: string;
  readonly perNode: number;
  /** Independent of the number of nodes, as long as there is one. */
  readonly perService: number;
  /** The part of `perNode` that is open even when idle: pool minimums and extras. */
  readonly idlePerNode: number;
}

/** `count` x `each`, where none of an unbounded pool is none. */
export const times = (count: number, each: number): number => (count === 0 || each === 0 ? 0 : count * each);

/** Connections of a flow with `nodes` nodes alive. */
export const connectionsOf = (flow: Flow, nodes: number): number =>
  times(nodes, flow.perNode) + (nodes > 0 ? flow.perService : 0);

/** Connections of a flow that stay open when `nodes` nodes idle. */
export const idleConnectionsOf = (flow: Flow, nodes: number): number =>
  times(nodes, flow.idlePerNode) + (nodes > 0 ? flow.perService : 0);

/** The flows of a service, one for each distinct (target, role, logical database), in file order. */
export function flowsOf(service: Service): Flow[] {
  const flows = new Map<string, MutableFlow>();
  const flowTo = ({ to, user, dbname }: Target) => {
    const key = `${to}\0${user}\0${dbname}`;
    const known = flows.get(key);
    if (known) return known;
    const flow = { service: service.name, to, user, dbname, perNode: 0, perService: 0, idlePerNode: 0 };
    flows.set(key, flow);
    return flow;
  };
  for (const pool of service.pools) addPool(flowTo(pool), pool, service.processes);
  for (const extra of service.extras) addExtra(flowTo(extra), extra, service.processes);
  return [...flows.values()];
}

/** The most one node of a service opens, to all its targets. */
export function perNodeOf({ pools, extras, processes }: Service): number {
  let connections = 0;
  for (const { size, overflow } of pools) connections += times(processes, size + overflow);
  for (const extra of extras) connections += perNodeOfExtra(extra, processes);
  return connections;
}

const perNodeOfExtra = ({ per, count }: Extra, processes: number): number =>
  per === 'service' ? 0 : count * (per === 'process' ? processes : 1);

type MutableFlow = { -readonly [K in keyof Flow]: Flow[K] };

function addPool(flow: MutableFlow, pool: Pool, processes: number): void {
  flow.perNode += times(processes, pool.size + pool.overflow);
  flow.idlePerNode += times(processes, pool.min);
}

function addExtra(flow: MutableFlow, extra: Extra, processes: number): void {
  const perNode = perNodeOfExtra(extra, processes);
  flow.perNode += perNode;
  flow.idlePerNode += perNode;
  if (extra.per === 'service') flow.perService += extra.count;
}
