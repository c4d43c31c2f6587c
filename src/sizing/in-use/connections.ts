import { othersOf } from '../../budget/database.ts';
import type { Scenario } from '../../budget/demand/scenarios.ts';
import { clientsOf } from '../../budget/network/loads.ts';
import type { DatabaseNetwork, PoolerNetwork } from '../../budget/network/network.ts';
import { inUse } from '../../budget/network/objectives.ts';
import { pairCapacities, served } from '../../budget/network/pooler.ts';
import { type Outcome, worstSet } from '../../budget/search/worst-set.ts';
import { convolve, rememberingSums, sumOf } from '../../queueing/convolve.ts';
import { always, atLeast, atMost, cut, type Distribution, quantile, tail } from '../../queueing/distribution.ts';
import type { Policy, Service } from '../../topology/types.ts';
import { type EdgeInUse, serviceInUse } from './service.ts';

/** What was worked out before, for trying sizes one after the other. */
export interface Memory {
  readonly services: Map<string, EdgeInUse[]>;
  readonly add: typeof convolve;
}

export const newMemory = (): Memory => ({ services: new Map(), add: rememberingSums() });

/** The probability that more connections than `limit` (at most `mostToldApart`) are in use; the model is that of `overcommitOf`. */
export function chanceBeyond(
  network: DatabaseNetwork,
  scenario: Scenario,
  { concurrentDeploys }: Policy,
  limit: number,
  memory = newMemory(),
): number {
  const outcome = worstSet(network, scenario, concurrentDeploys, inUse);
  if (outcome.connections + othersOf(network.database) <= limit) return 0;
  return Math.min(1, tail(connectionsInUseOf(network, scenario, outcome, limit, memory), limit));
}

/**
 * The most connections in use at once but for a probability: the smallest number that is exceeded with no greater one, at
 * most the worst case. Where it is more than `mostToldApart`, the worst case.
 */
export function mostInUse(
  network: DatabaseNetwork,
  scenario: Scenario,
  { concurrentDeploys }: Policy,
  chance: number,
): number {
  const outcome = worstSet(network, scenario, concurrentDeploys, inUse);
  const most = outcome.connections + othersOf(network.database);
  const inUseAtOnce = connectionsInUseOf(network, scenario, outcome, Math.min(most, mostToldApart), newMemory());
  return Math.min(most, quantile(inUseAtOnce, chance * (1 - rounding)));
}

/** More connections than these would take too long to tell apart. */
export const mostToldApart = 100_000;

/** So that a number that is just enough here is so when it is the limit, and sums are rounded in another order. */
const rounding = 1e-9;

/** Connections in use on the database; numbers above `limit` are not told apart. */
function connectionsInUseOf(
  network: DatabaseNetwork,
  scenario: Scenario,
  outcome: Outcome,
  limit: number,
  { services, add }: Memory,
): Distribution {
  const parts = Array.from({ length: network.firstEdges.at(-1) as number }, (): Distribution[] => []);
  network.members.forEach((member, index) => {
    const nodes = outcome.nodes[index] as number;
    if (nodes === 0) return;
    const steady = scenario.nodes(member.service);
    const key = keyOf(member.service, nodes, steady, limit);
    const known = services.get(key) ?? serviceInUse(network, member, nodes, steady, limit);
    services.set(key, known);
    for (const { edge, inUse } of known) parts[edge]?.push(inUse);
  });
  const edges = parts.map((each) => sumOf(each, add));
  const others = othersOf(network.database);
  const pooled = network.poolers.map((_, index) => throughPooler(network, index, edges, outcome, limit));
  return [edges[0] as Distribution, ...pooled, cut(always(others), limit)].reduce(convolve);
}

const keyOf = ({ name, pools }: Service, ...rest: readonly number[]): string =>
  [name, ...pools.flatMap(({ size, overflow }) => [size, overflow]), ...rest].join(' ');

/**
 * Server connections of a pooler: no more than its clients have in use, nor than the pool of each pair and all of them
 * allow; no fewer than `min_pool_size` keeps open.
 */
function throughPooler(
  network: DatabaseNetwork,
  index: number,
  edges: readonly Distribution[],
  outcome: Outcome,
  limit: number,
): Distribution {
  const poolerNetwork = network.poolers[index] as PoolerNetwork;
  const { counting, mode, pairs } = poolerNetwork.pooler;
  const { processes } = outcome.poolers[index] as Outcome['poolers'][number];
  const clients = clientsOf(network, index, outcome.amounts);
  const most = served(poolerNetwork, processes, clients).connections;
  if (counting === 'children') return cut(always(most), limit);
  const hasPairPools = counting === 'pairs' && pairs === null;
  const capacities = pairCapacities(
    poolerNetwork,
    processes,
    clients.map(() => Infinity),
  );
  const first = network.firstEdges[index] as number;
  const byPair = poolerNetwork.pairs.map(({ minSize }, pair) => {
    const capacity = hasPairPools ? (capacities[pair] as number) : Infinity;
    const keeps = counting === 'pairs' && mode !== 'session' && clients[pair] !== 0;
    return atMost(atLeast(edges[first + pair] as Distribution, keeps ? processes * minSize : 0), capacity);
  });
  return atMost(sumOf(byPair), most);
}
