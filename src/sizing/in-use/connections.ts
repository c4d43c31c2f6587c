import { othersOf } from '../../budget/database.ts';
import type { Scenario } from '../../budget/demand/scenarios.ts';
import { clientsOf } from '../../budget/network/loads.ts';
import type { PoolerSite, Site } from '../../budget/network/network.ts';
import { inUse } from '../../budget/network/objectives.ts';
import { pairCapacities, served } from '../../budget/network/pooler.ts';
import { type Outcome, worstSet } from '../../budget/search/worst-set.ts';
import { convolve, rememberingSums, sumOf } from '../../queueing/convolve.ts';
import { always, atLeast, atMost, cut, type Distribution, quantile, tail } from '../../queueing/distribution.ts';
import type { Policy, Service } from '../../topology/types.ts';
import { type SinkInUse, serviceInUse } from './service.ts';

/** What was worked out before, for trying sizes one after the other. */
export interface Memory {
  readonly services: Map<string, SinkInUse[]>;
  readonly add: typeof convolve;
}

export const newMemory = (): Memory => ({ services: new Map(), add: rememberingSums() });

/** The probability that more connections than `limit` (at most `mostToldApart`) are in use; the model is that of `overcommitOf`. */
export function chanceBeyond(
  site: Site,
  scenario: Scenario,
  { concurrentDeploys }: Policy,
  limit: number,
  memory = newMemory(),
): number {
  const outcome = worstSet(site, scenario, concurrentDeploys, inUse);
  if (outcome.connections + othersOf(site.database) <= limit) return 0;
  return Math.min(1, tail(connectionsInUseOf(site, scenario, outcome, limit, memory), limit));
}

/**
 * The most connections in use at once but for a probability: the smallest number that is exceeded with no greater one, at
 * most the worst case. Where it is more than `mostToldApart`, the worst case.
 */
export function mostInUse(site: Site, scenario: Scenario, { concurrentDeploys }: Policy, chance: number): number {
  const outcome = worstSet(site, scenario, concurrentDeploys, inUse);
  const most = outcome.connections + othersOf(site.database);
  const inUseAtOnce = connectionsInUseOf(site, scenario, outcome, Math.min(most, mostToldApart), newMemory());
  return Math.min(most, quantile(inUseAtOnce, chance * (1 - rounding)));
}

/** More connections than these would take too long to tell apart. */
export const mostToldApart = 100_000;

/** So that a number that is just enough here is so when it is the limit, and sums are rounded in another order. */
const rounding = 1e-9;

/** Connections in use on the database; numbers above `limit` are not told apart. */
function connectionsInUseOf(
  site: Site,
  scenario: Scenario,
  outcome: Outcome,
  limit: number,
  { services, add }: Memory,
): Distribution {
  const parts = Array.from({ length: site.offsets.at(-1) as number }, (): Distribution[] => []);
  site.members.forEach((member, index) => {
    const nodes = outcome.nodes[index] as number;
    if (nodes === 0) return;
    const usual = scenario.nodes(member.service);
    const key = keyOf(member.service, nodes, usual, limit);
    const known = services.get(key) ?? serviceInUse(site, member, nodes, usual, limit);
    services.set(key, known);
    for (const { sink, inUse } of known) parts[sink]?.push(inUse);
  });
  const sinks = parts.map((each) => sumOf(each, add));
  const others = othersOf(site.database);
  const pooled = site.poolers.map((_, index) => throughPooler(site, index, sinks, outcome, limit));
  return [sinks[0] as Distribution, ...pooled, cut(always(others), limit)].reduce(convolve);
}

const keyOf = ({ name, pools }: Service, ...rest: readonly number[]): string =>
  [name, ...pools.flatMap(({ size, overflow }) => [size, overflow]), ...rest].join(' ');

/**
 * Server connections of a pooler: no more than its clients have in use, nor than the pool of each pair and all of them
 * allow; no fewer than `min_pool_size` keeps open.
 */
function throughPooler(
  site: Site,
  index: number,
  sinks: readonly Distribution[],
  outcome: Outcome,
  limit: number,
): Distribution {
  const poolerSite = site.poolers[index] as PoolerSite;
  const { counting, mode, pairs } = poolerSite.pooler;
  const { processes } = outcome.poolers[index] as Outcome['poolers'][number];
  const clients = clientsOf(site, index, outcome.amounts);
  const most = served(poolerSite, processes, clients).connections;
  if (counting === 'children') return cut(always(most), limit);
  const hasPairPools = counting === 'pairs' && pairs === null;
  const capacities = pairCapacities(
    poolerSite,
    processes,
    clients.map(() => Infinity),
  );
  const first = site.offsets[index] as number;
  const byPair = poolerSite.pairs.map(({ minSize }, pair) => {
    const capacity = hasPairPools ? (capacities[pair] as number) : Infinity;
    const keeps = counting === 'pairs' && mode !== 'session' && clients[pair] !== 0;
    return atMost(atLeast(sinks[first + pair] as Distribution, keeps ? processes * minSize : 0), capacity);
  });
  return atMost(sumOf(byPair), most);
}
