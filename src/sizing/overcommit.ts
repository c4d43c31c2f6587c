import { inUse } from '../budget/objectives.ts';
import { pairCapacities, served } from '../budget/pooler.ts';
import { type Scenario, scenariosOf } from '../budget/scenarios.ts';
import { clientsOf } from '../budget/sinks.ts';
import { type PoolerSite, type Site, sitesOf, subjectsOf } from '../budget/site.ts';
import type { Budget, DatabaseBudget } from '../budget/types.ts';
import { type Outcome, worstSet } from '../budget/worst-set.ts';
import { convolve } from '../queueing/convolve.ts';
import { always, atLeast, atMost, cut, type Distribution, tail } from '../queueing/distribution.ts';
import type { Topology } from '../topology/types.ts';
import { modelledPool, serviceInUse } from './service-in-use.ts';
import type { Overcommit } from './types.ts';

/**
 * How probable it is that more connections are in use at once than a database has, in every scenario whose worst case
 * exceeds it; for databases that some traffic leads to, in file order. `budget` is the topology's own.
 *
 * A model, with the exact distribution of the sum: every process is a queue of its own (M/M/c: checkouts arrive at random
 * and wait for a connection of the pool), independent of all others, with an even part of its node's traffic. A pool holds
 * at least its `min` and no idle connection beyond it. Extras, other clients and services without traffic count with the
 * most they open, poolers never open more than in the worst case. Nodes are those of the worst case of the scenario. A
 * backlog that is left when a deploy has nodes missing is not counted.
 */
export function overcommitOf(topology: Topology, budget: Pick<Budget, 'databases'>): Overcommit[] {
  if (topology.services.every(({ traffic }) => traffic === null)) return [];
  const scenariosFor = scenariosOf(topology);
  return sitesOf(topology).flatMap((site, index) => {
    const exceeding = exceedingOf(budget.databases[index] as DatabaseBudget);
    const modelled = site.members.filter(({ service }) => modelledPool(service, site) !== null);
    if (exceeding.size === 0 || (modelled.length === 0 && site.database.judgedBy !== 'probability')) return [];
    const { usable } = budget.databases[index] as DatabaseBudget;
    if (usable > mostUsable) return [];
    const scenarios = scenariosFor(subjectsOf(site)).filter(({ name }) => exceeding.has(name));
    const probabilities = scenarios.map((scenario): [string, number] => {
      const outcome = worstSet(site, scenario, topology.policy.concurrentDeploys, inUse);
      return [scenario.name, Math.min(1, tail(connectionsInUseOf(site, scenario, outcome, usable), usable))];
    });
    return [
      {
        database: site.database.name,
        modelled: modelled.map(({ service }) => service.name),
        probabilities: new Map(probabilities),
      },
    ];
  });
}

/** More usable connections than these would take too long to tell apart. */
const mostUsable = 100_000;

const exceedingOf = ({ usable, scenarios }: DatabaseBudget): ReadonlySet<string> =>
  new Set(scenarios.filter(({ connections }) => connections > usable).map(({ name }) => name));

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
  const others = site.database.otherClients.reduce((sum, { count }) => sum + count, 0);
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
