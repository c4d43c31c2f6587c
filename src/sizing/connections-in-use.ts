import { inUse } from '../budget/objectives.ts';
import { pairCapacities, served } from '../budget/pooler.ts';
import type { Scenario } from '../budget/scenarios.ts';
import { clientsOf } from '../budget/sinks.ts';
import type { PoolerSite, Site } from '../budget/site.ts';
import { type Outcome, worstSet } from '../budget/worst-set.ts';
import { convolve } from '../queueing/convolve.ts';
import { always, atLeast, atMost, cut, type Distribution, quantile, tail } from '../queueing/distribution.ts';
import type { Policy } from '../topology/types.ts';
import { serviceInUse } from './service-in-use.ts';
import { othersOf } from './target.ts';

/** The probability that more connections than `limit` (at most `mostToldApart`) are in use; the model is that of `overcommitOf`. */
export function chanceBeyond(site: Site, scenario: Scenario, { concurrentDeploys }: Policy, limit: number): number {
  const outcome = worstSet(site, scenario, concurrentDeploys, inUse);
  if (outcome.connections + othersOf(site.database) <= limit) return 0;
  return Math.min(1, tail(connectionsInUseOf(site, scenario, outcome, limit), limit));
}

/**
 * The most connections in use at once but for a probability: the smallest number that is exceeded with no greater one, at
 * most the worst case. Where it is more than `mostToldApart`, the worst case.
 */
export function mostInUse(site: Site, scenario: Scenario, { concurrentDeploys }: Policy, chance: number): number {
  const outcome = worstSet(site, scenario, concurrentDeploys, inUse);
  const most = outcome.connections + othersOf(site.database);
  const inUseAtOnce = connectionsInUseOf(site, scenario, outcome, Math.min(most, mostToldApart));
  return Math.min(most, quantile(inUseAtOnce, chance * (1 - rounding)));
}

/** More connections than these would take too long to tell apart. */
export const mostToldApart = 100_000;

/** So that a number that is just enough here is so when it is the limit, and sums are rounded in another order. */
const rounding = 1e-9;

/** Connections in use on the database; numbers above `limit` are not told apart. */
function connectionsInUseOf(site: Site, scenario: Scenario, outcome: Outcome, limit: number): Distribution {
  const sinks = new Array<Distribution>(site.offsets.at(-1) as number).fill(always(0));
  site.members.forEach((member, index) => {
    const nodes = outcome.nodes[index] as number;
    if (nodes === 0) return;
    for (const { sink, inUse } of serviceInUse(site, member, nodes, scenario.nodes(member.service), limit)) {
      sinks[sink] = convolve(sinks[sink] as Distribution, inUse);
    }
  });
  const others = othersOf(site.database);
  const pooled = site.poolers.map((_, index) => throughPooler(site, index, sinks, outcome, limit));
  return [sinks[0] as Distribution, ...pooled, cut(always(others), limit)].reduce(convolve);
}

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
  return atMost(byPair.reduce(convolve, always(0)), most);
}
