import { connectionsOf } from '../../budget/demand/flows.ts';
import type { DatabaseNetwork, Member, PoolerNetwork } from '../../budget/network/network.ts';
import { convolve, power } from '../../queueing/convolve.ts';
import { always, atLeast, cut, type Distribution } from '../../queueing/distribution.ts';
import { connectionsInUse } from '../../queueing/in-use.ts';
import type { Pool, Service, Traffic } from '../../topology/types.ts';

/** Connections in use that a service brings to one edge of a network. */
export interface EdgeInUse {
  readonly edge: number;
  readonly inUse: Distribution;
}

/**
 * The pool of a service whose use follows from its traffic: the only one that leads to the network, because several rise and
 * fall together; with a bound; and not one of which a thread holds several connections at once. Null: there is none.
 */
export function modelledPool({ traffic, pools }: Service, network: DatabaseNetwork): Pool | null {
  const [pool, another] = pools.filter(({ to, size, overflow }) => leadsTo(network, to) && size + overflow > 0);
  if (traffic === null || pool === undefined || another !== undefined) return null;
  return pool.size + pool.overflow === Infinity || pool.held > 1 ? null : pool;
}

const leadsTo = ({ database, poolers }: DatabaseNetwork, to: string) =>
  to === database.name || poolers.some(({ pooler }) => pooler.name === to);

/**
 * What a service with so many nodes alive has in use; numbers above `limit` are not told apart. What is not modelled
 * counts with the most it opens. `steady` are its nodes while it does not deploy.
 */
export function serviceInUse(
  network: DatabaseNetwork,
  member: Member,
  nodes: number,
  steady: number,
  limit: number,
): EdgeInUse[] {
  const { service, flows } = member;
  const pool = modelledPool(service, network);
  return flows.map(({ edge, flow }) => {
    const most = connectionsOf(flow, nodes);
    const isModelled = pool !== null && flow.to === pool.to && flow.user === pool.user && flow.dbname === pool.dbname;
    if (!isModelled || service.traffic === null) return { edge, inUse: cut(always(most), limit) };
    const servers = pool.size + pool.overflow;
    const rest = most - nodes * service.processes * servers;
    const processOf = (load: number) =>
      atLeast(cut(connectionsInUse(servers, load), limit), staysOpen(network, edge) ? Math.min(pool.min, servers) : 0);
    const [busiest, other] = loads(service, service.traffic, servers, nodes, steady);
    const nodesOf = (load: number, count: number) => power(processOf(load), count * service.processes);
    const all = busiest === other ? nodesOf(other, nodes) : convolve(nodesOf(busiest, 1), nodesOf(other, nodes - 1));
    return { edge, inUse: convolve(all, cut(always(rest), limit)) };
  });
}

/** Whether a client's idle connection is one of the database: straight, or where a pooler gives every client its own. */
function staysOpen({ poolers, firstEdges: offsets }: DatabaseNetwork, edge: number): boolean {
  if (edge === 0) return true;
  const { pooler } = poolers[offsets.findLastIndex((first) => first <= edge)] as PoolerNetwork;
  return pooler.mode === 'session' || pooler.counting === 'per_client';
}

/**
 * The load of one process of the busiest node, and of the others. The same traffic is spread over all nodes alive, old
 * ones that drain included: what they finish is part of it. Where the steady nodes cannot keep up, what waits fills those
 * that a deploy adds as well: Infinity.
 */
function loads(
  { processes }: Service,
  traffic: Traffic,
  servers: number,
  nodes: number,
  steady: number,
): [busiest: number, other: number] {
  const before = spread(traffic, steady);
  const [busiest, other] = spread(traffic, nodes).map((load, index) =>
    (before[index] as number) / processes >= servers ? Infinity : load / processes,
  );
  return [busiest as number, other as number];
}

/** The load of the busiest of some nodes and of each other one, in Erlang; together always rate x hold. */
export function spread({ rate, hold, skew }: Pick<Traffic, 'rate' | 'hold' | 'skew'>, nodes: number): [number, number] {
  const all = rate * hold;
  if (skew === 1) return [all / nodes, all / nodes];
  const busiest = all * Math.min(1, skew / nodes);
  return [busiest, nodes > 1 ? (all - busiest) / (nodes - 1) : 0];
}
