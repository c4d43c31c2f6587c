import { nodesDeploying, type Scenario } from '../../budget/demand/scenarios.ts';
import type { Objective } from '../../budget/network/loads.ts';
import type { DatabaseNetwork } from '../../budget/network/network.ts';
import { worstSet } from '../../budget/search/worst-set.ts';
import type { Cost, Demand, Runner } from './demand-types.ts';
import { type SizingProblem, sized } from './problem.ts';
import { allDeploying, largestDeploying } from './worst-sums.ts';

/** The demand on a network in a scenario; with an additive objective, what reaches the one pooler that the network has. */
export function demandOf(
  problem: SizingProblem,
  network: DatabaseNetwork,
  objective: Objective,
  scenario: Scenario,
): Demand {
  const slots = scenario.kind === 'steady' ? 0 : problem.topology.policy.concurrentDeploys;
  const runners = runnersIn(network, scenario);
  const contested = contestedWords(runners);
  const poolers = network.poolers.map(({ pooler }) => ({
    steady: scenario.nodes(pooler),
    most: nodesDeploying(scenario, pooler),
  }));
  const free = [...runners, ...poolers].filter(({ steady, most }) => most > steady).length <= slots;
  const edgeOf = (edge: number) => (objective.additive ? 0 : edge);
  const costs = costsOf(problem, runners, contested, edgeOf);
  const straight = runners.every(({ flows }) => flows.every(({ edge }) => edgeOf(edge) === 0));
  const connections = () => {
    if (free && contested.size === 0) {
      const nodes = poolers.map(({ most }) => most);
      return allDeploying({ network, objective, runners, costs, edgeOf, nodes });
    }
    if (straight) return largestDeploying(runners, costs, slots);
    return (sizes: readonly number[]) =>
      worstSet(network, scenario, slots, sized(objective, problem, sizes)).connections;
  };
  return { connections: connections(), costs, cheaper: (a, b) => isCheaper(costs.get(a), costs.get(b), free) };
}

function runnersIn({ members }: DatabaseNetwork, scenario: Scenario): Runner[] {
  return members
    .filter(({ service }) => service.when === 'always' || scenario.kind !== 'steady')
    .map(({ service, flows }) => ({
      service,
      flows,
      steady: scenario.nodes(service),
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
  { pooled }: SizingProblem,
  runners: readonly Runner[],
  contested: ReadonlySet<string>,
  edgeOf: (edge: number) => number,
): Map<number, Cost> {
  const costs = new Map<number, Cost>();
  runners.forEach(({ service, flows, steady, most }, runner) => {
    if (most === 0) return;
    const poolsOf = ({ flow }: Runner['flows'][number]) => pooled.get(flow)?.pools ?? [];
    const opens = flows.reduce((sum, each) => sum + poolsOf(each).length + Math.sign(each.flow.perNode), 0);
    const always = service.exclusive === null || !contested.has(service.exclusive);
    for (const each of flows) {
      for (const pool of poolsOf(each)) {
        costs.set(pool, {
          runner,
          steady: steady * service.processes,
          most: most * service.processes,
          edge: edgeOf(each.edge),
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
  if (!b || a.edge !== b.edge) return false;
  if (a.runner === b.runner) return true;
  if (!b.always) return false;
  if (free) return a.most <= b.most;
  if (a.most <= b.steady) return true;
  // A set of deploys that includes `a` may include `b` instead, which then grows at least as much.
  return a.always && a.alone && a.steady <= b.steady && a.most - a.steady <= b.most - b.steady;
}
