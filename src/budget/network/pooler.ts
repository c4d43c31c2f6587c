import type { Pooler } from '../../topology/types.ts';
import { times } from '../demand/flows.ts';
import { maxFlow } from './max-flow.ts';
import type { Pair, PoolerNetwork } from './network.ts';

/** Server connections of one pooler, altogether and by pair. `byPair` is what the pairs' pools allow before limits over all of them. */
export interface Served {
  readonly connections: number;
  readonly byPair: readonly number[];
}

/** Pool-carrying units alive: nodes x processes, or one where the whole installation shares its pools. */
export const processesOf = (pooler: Pooler, nodes: number): number =>
  pooler.per === 'cluster' ? Math.min(1, nodes) : nodes * pooler.processes;

/** Clients that `processes` of a pooler accept. */
export const clientLimit = (pooler: Pooler, processes: number): number => times(processes, pooler.maxClientConn);

/**
 * The most server connections that `processes` of a pooler open for `clients[pair]` clients of each of its pairs.
 *
 * Per process a pair has at most its pool size plus reserve, a database entry at most its limit, a user at most
 * `max_user_connections`; in session mode all of them together at most the clients one process accepts. Over all
 * processes a pair never has more than its clients, or the `min_pool_size` its pools keep open. Whatever these limits
 * allow in sum can be split over the processes (the limits form a network matrix), so one flow problem with all limits
 * multiplied by the processes is exact. (PgBouncer, doc/config.md.)
 */
export function served(network: PoolerNetwork, processes: number, clients: readonly number[]): Served {
  const { pooler } = network;
  const all = clients.reduce((sum, count) => sum + count, 0);
  if (pooler.counting === 'children') {
    // A child keeps one connection for every pair it ever served, whoever its client is now.
    const children = all > 0 ? clientLimit(pooler, processes) : 0;
    const kept = times(pooler.pairs ?? network.pairs.length, children);
    return { connections: Math.min(times(processes, pooler.serverLimit), kept), byPair: clients };
  }
  const limit = times(processes, perProcessLimit(pooler));
  if (pooler.counting !== 'pairs') return { connections: Math.min(limit, all), byPair: clients };
  const byPair = flowThroughPairs(network, processes, clients);
  const declared = byPair.reduce((sum, count) => sum + count, 0);
  return { connections: Math.min(limit, withStatedPairs(network, processes, declared, all)), byPair };
}

/** The most server connections of one process, all pairs together. */
export const perProcessLimit = ({ serverLimit, mode, maxClientConn }: Pooler): number =>
  Math.min(serverLimit, mode === 'session' ? maxClientConn : Infinity);

/**
 * Server connections that stay open when clients idle: in session mode, and where each client has a connection of its
 * own, those of the idle clients; else what `min_pool_size` keeps in the pools in use.
 */
export function serverIdle(network: PoolerNetwork, processes: number, clients: readonly number[]): number {
  const { pooler, pairs } = network;
  if (pooler.mode === 'session' || pooler.counting === 'per_client')
    return served(network, processes, clients).connections;
  if (pooler.counting !== 'pairs') return 0;
  const kept = pairs.map(({ minSize }, index) => (clients[index] === 0 ? 0 : times(processes, minSize)));
  return Math.min(
    kept.reduce((sum, count) => sum + count, 0),
    served(network, processes, clients).connections,
  );
}

/** What `processes` of a pooler could open if clients never ran out. */
export const serverCapacity = (network: PoolerNetwork, processes: number): number =>
  served(
    network,
    processes,
    network.pairs.map(() => Infinity),
  ).connections;

/** What passes through each pair's pools, before limits over all of them. */
export function flowThroughPairs(network: PoolerNetwork, processes: number, clients: readonly number[]): number[] {
  const { pooler, graph } = network;
  const capacities = pairCapacities(network, processes, clients);
  const isShared = pooler.maxUserConnections < Infinity || graph.databaseLimits.some((limit) => limit < Infinity);
  if (!isShared) return capacities;
  const limits = graph.databaseLimits.map((each) => times(processes, each));
  if (capacities.some((capacity, index) => capacity === Infinity && limits[graph.to[index] as number] === Infinity)) {
    if (pooler.maxUserConnections === Infinity) return capacities;
  }
  return maxFlow(graph, capacities, times(processes, pooler.maxUserConnections), limits);
}

/** What the pools of each pair could hold by themselves. */
export const pairCapacities = ({ pairs }: PoolerNetwork, processes: number, clients: readonly number[]): number[] =>
  pairs.map(({ size, minSize }, index) => {
    const count = clients[index] as number;
    return count === 0 ? 0 : Math.min(times(processes, size), Math.max(count, times(processes, minSize)));
  });

/** What the first client of a pair makes a pooler open at the most. */
export const openingOf = ({ pooler, pairs }: PoolerNetwork, processes: number, { minSize }: Pair): number =>
  pooler.counting === 'children'
    ? times(pooler.pairs ?? pairs.length, clientLimit(pooler, processes))
    : times(processes, minSize);

/** Pairs that together never pass on more, whatever their clients. */
export interface PairLimit {
  readonly pairs: readonly number[];
  readonly connections: number;
}

/**
 * The limits of so many processes of a pooler; finite, inner ones first. With one pool per pair they say it all: what
 * the pooler passes on is the most that keeps every one of them.
 */
export function limitsOf(network: PoolerNetwork, processes: number): PairLimit[] {
  const { pooler, pairs, graph } = network;
  const everyone = [...pairs.keys()];
  const finite = (limits: readonly PairLimit[]) => limits.filter(({ connections }) => connections < Infinity);
  // A stated number of pairs has pools that belong to no pair in particular.
  if (pooler.counting !== 'pairs' || pooler.pairs !== null) {
    return finite([{ pairs: everyone, connections: serverCapacity(network, processes) }]);
  }
  const alike = (nodes: readonly number[], each: (node: number) => number): PairLimit[] =>
    [...new Set(nodes)].map((node) => ({
      pairs: everyone.filter((pair) => nodes[pair] === node),
      connections: times(processes, each(node)),
    }));
  return finite([
    ...pairs.map(({ size }, pair) => ({ pairs: [pair], connections: times(processes, size) })),
    ...alike(graph.from, () => pooler.maxUserConnections),
    ...alike(graph.to, (dbname) => graph.databaseLimits[dbname] as number),
    { pairs: everyone, connections: times(processes, perProcessLimit(pooler)) },
  ]);
}

/**
 * Corrects the sum over declared pairs by the number of pairs the user states: more of them have pools of the default
 * size that any client may use; fewer of them leave only the largest pools.
 */
export function withStatedPairs(
  { pooler, pairs }: PoolerNetwork,
  processes: number,
  declared: number,
  clients: number,
): number {
  if (pooler.pairs === null || pooler.pairs === pairs.length) return declared;
  const undeclared = pooler.pairs - pairs.length;
  if (undeclared > 0) {
    const pools = times(processes, times(undeclared, pooler.poolSize + pooler.reservePoolSize));
    return Math.max(declared, Math.min(declared + pools, clients));
  }
  const largest = largestPools(pairs, pooler.pairs);
  return Math.min(
    declared,
    times(
      processes,
      largest.reduce((sum, { size }) => sum + size, 0),
    ),
  );
}

/** So many pairs, those with the largest pools. */
export const largestPools = (pairs: readonly Pair[], count: number): Pair[] =>
  pairs.toSorted((a, b) => (a.size === b.size ? 0 : b.size - a.size)).slice(0, count);
