import { nodesDeploying, type Scenario } from '../../budget/demand/scenarios.ts';
import type { Objective } from '../../budget/network/loads.ts';
import type { Site } from '../../budget/network/network.ts';
import { worstSet } from '../../budget/search/worst-set.ts';
import type { Cost, Demand, Runner } from './demand-types.ts';
import { type Ground, sized } from './ground.ts';
import { allDeploying, largestDeploying } from './worst-sums.ts';

/** The demand on a site in a scenario; with an additive objective, what reaches the one pooler that the site has. */
export function demandOf(ground: Ground, site: Site, objective: Objective, scenario: Scenario): Demand {
  const slots = scenario.kind === 'steady' ? 0 : ground.topology.policy.concurrentDeploys;
  const runners = runnersIn(site, scenario);
  const contested = contestedWords(runners);
  const poolers = site.poolers.map(({ pooler }) => ({
    usual: scenario.nodes(pooler),
    most: nodesDeploying(scenario, pooler),
  }));
  const free = [...runners, ...poolers].filter(({ usual, most }) => most > usual).length <= slots;
  const sinkOf = (sink: number) => (objective.additive ? 0 : sink);
  const costs = costsOf(ground, runners, contested, sinkOf);
  const straight = runners.every(({ flows }) => flows.every(({ sink }) => sinkOf(sink) === 0));
  const connections = () => {
    if (free && contested.size === 0) {
      const nodes = poolers.map(({ most }) => most);
      return allDeploying({ site, objective, runners, costs, sinkOf, nodes });
    }
    if (straight) return largestDeploying(runners, costs, slots);
    return (sizes: readonly number[]) => worstSet(site, scenario, slots, sized(objective, ground, sizes)).connections;
  };
  return { connections: connections(), costs, cheaper: (a, b) => isCheaper(costs.get(a), costs.get(b), free) };
}

function runnersIn({ members }: Site, scenario: Scenario): Runner[] {
  return members
    .filter(({ service }) => service.when === 'always' || scenario.kind !== 'steady')
    .map(({ service, flows }) => ({
      service,
      flows,
      usual: scenario.nodes(service),
      most: nodesDeploying(scenario, service),
    }));
}

/** Words that several services share, of which only one runs at a time. */
function contestedWords(runners: readonly Runner[]): Set<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const { exclusive } of runners.map(({ service }) => service)) {
    if (exclusive !== null) (once.has(exclusive) ? again : once).add(exclusive);
  }
  return again;
}

function costsOf(
  { pooled }: Ground,
  runners: readonly Runner[],
  contested: ReadonlySet<string>,
  sinkOf: (sink: number) => number,
): Map<number, Cost> {
  const costs = new Map<number, Cost>();
  runners.forEach(({ service, flows, usual, most }, runner) => {
    if (most === 0) return;
    const poolsOf = ({ flow }: Runner['flows'][number]) => pooled.get(flow)?.pools ?? [];
    const opens = flows.reduce((sum, each) => sum + poolsOf(each).length + Math.sign(each.flow.perNode), 0);
    const always = service.exclusive === null || !contested.has(service.exclusive);
    for (const each of flows) {
      for (const pool of poolsOf(each)) {
        costs.set(pool, {
          runner,
          usual: usual * service.processes,
          most: most * service.processes,
          sink: sinkOf(each.sink),
          always,
          alone: opens === 1,
        });
      }
    }
  });
  return costs;
}

/** Moves a connection from `b` to `a` in thought: cheaper when no choice of deploys gets worse by it. */
function isCheaper(a: Cost | undefined, b: Cost | undefined, free: boolean): boolean {
  if (!a) return true;
  if (!b || a.sink !== b.sink) return false;
  if (a.runner === b.runner) return true;
  if (!b.always) return false;
  if (free) return a.most <= b.most;
  if (a.most <= b.usual) return true;
  // A set of deploys that includes `a` may include `b` instead, which then grows at least as much.
  return a.always && a.alone && a.usual <= b.usual && a.most - a.usual <= b.most - b.usual;
}
