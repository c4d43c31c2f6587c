import { times } from '../demand/flows.ts';
import { smallestCut } from '../network/max-flow.ts';
import type { Pair, PoolerNetwork } from '../network/network.ts';
import {
  flowThroughPairs,
  largestPools,
  pairCapacities,
  perProcessLimit,
  served,
  withStatedPairs,
} from '../network/pooler.ts';
import type { Cut, PoolerFlow } from './types.ts';

/** How `served` comes to its number for so many clients of each pair. */
export function poolerFlowOf(network: PoolerNetwork, processes: number, clients: readonly number[]): PoolerFlow {
  const { pooler, pairs } = network;
  const all = sum(clients);
  const cuts = pooler.counting === 'pairs' ? cutsOf(network, processes, clients) : [];
  const throughPairs = sum(cuts.map(({ connections }) => connections));
  const fewer = pooler.counting === 'pairs' && pooler.pairs !== null && pooler.pairs < pairs.length;
  return {
    processes,
    clients: all,
    connections: served(network, processes, clients).connections,
    declaredPairs: pairs,
    cuts,
    throughPairs,
    throughStated: withStatedPairs(network, processes, throughPairs, all),
    largestPools: fewer ? largestPools(pairs, pooler.pairs) : [],
    perProcess: perProcessLimit(pooler),
  };
}

/** The limits that bound what the pairs' pools pass on: those of a smallest cut, which add up to it. */
function cutsOf(network: PoolerNetwork, processes: number, clients: readonly number[]): Cut[] {
  const { pooler, graph, pairs } = network;
  const capacities = pairCapacities(network, processes, clients);
  const flow = flowThroughPairs(network, processes, clients);
  const userLimit = times(processes, pooler.maxUserConnections);
  const ofPair = (index: number): Cut => {
    const { user, dbname } = pairs[index] as Pair;
    return { kind: 'pair', user, dbname, clients: clients[index] as number, connections: capacities[index] as number };
  };
  // Where nothing bounds one of the pools, nothing else matters.
  const unbounded = flow.flatMap((amount, index) => (amount === Infinity ? [ofPair(index)] : []));
  if (unbounded.length > 0) return unbounded;
  const cut = smallestCut(graph, capacities, flow, userLimit);
  const nameAt = (nodes: readonly number[], node: number, key: 'user' | 'dbname') =>
    (pairs[nodes.indexOf(node)] as Pair)[key];
  return [
    ...cut.edges.flatMap((cuts, index) => (cuts ? [ofPair(index)] : [])),
    ...[...cut.left].map((node): Cut => {
      const user = nameAt(graph.from, node, 'user');
      return { kind: 'user', user, perProcess: pooler.maxUserConnections, connections: userLimit };
    }),
    ...[...cut.right].map((node): Cut => {
      const perProcess = graph.databaseLimits[node] as number;
      const dbname = nameAt(graph.to, node, 'dbname');
      return { kind: 'database', dbname, perProcess, connections: times(processes, perProcess) };
    }),
  ].filter(({ connections }) => connections > 0);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
