import { othersOf } from '../../budget/database.ts';
import { nodesDeploying, type Scenario, type Subject, scenariosOf } from '../../budget/demand/scenarios.ts';
import { type DatabaseNetwork, type PoolerNetwork, poolerAlone, subjectsOf } from '../../budget/network/network.ts';
import { clients, inUse } from '../../budget/network/objectives.ts';
import { clientLimit, processesOf } from '../../budget/network/pooler.ts';
import { demandOf } from './demand.ts';
import { probabilityLimits } from './probability.ts';
import type { SizingProblem } from './problem.ts';
import { targetOf } from './target.ts';
import type { Bound, Limit } from './types.ts';

/** Whether sizes keep a limit. */
export const keeps = (limit: Limit, sizes: readonly number[]): boolean =>
  limit.isKept?.(sizes) ?? limit.connections(sizes) <= limit.room;

/**
 * The limits of a database and the poolers in front of it in the scenarios of some kinds. Left out is what has no bound,
 * and what holds whenever another limit does.
 */
export function limitsOf(
  problem: SizingProblem,
  kinds: readonly Scenario['kind'][] = ['steady', 'deploy', 'draining'],
): Limit[] {
  const scenarios = scenariosOf(problem.topology)(subjectsOf(problem.network)).filter(({ kind }) =>
    kinds.includes(kind),
  );
  const bounds = scenarios.map((scenario) => databaseBound(problem, scenario));
  for (const pooler of problem.network.poolers) {
    const network = poolerAlone(problem.network, pooler);
    bounds.push(...scenarios.map((scenario) => poolerBound(network, pooler, scenario)));
  }
  const finite = bounds.filter(({ room }) => room !== Infinity);
  const worstCases = withoutImplied(problem.network, finite).map((bound) => ({
    ...bound,
    ...demandOf(problem, bound.network, bound.pooler ? clients : inUse, bound.scenario),
  }));
  return [...worstCases, ...probabilityLimits(problem, scenarios)];
}

function databaseBound({ network, topology }: SizingProblem, scenario: Scenario): Bound {
  const room = targetOf(network.database, topology.policy) - othersOf(network.database);
  return { holder: network.database.name, pooler: null, network, scenario, room };
}

function poolerBound(network: DatabaseNetwork, pooler: PoolerNetwork, scenario: Scenario): Bound {
  const room = clientLimit(pooler.pooler, processesOf(pooler.pooler, scenario.nodes(pooler.pooler)));
  return { holder: pooler.pooler.name, pooler, network, scenario, room };
}

/** Drops bounds that hold whenever another one of the same holder does: one with no fewer nodes of anything, and no more room. */
export function withoutImplied<B extends Bound>(network: DatabaseNetwork, bounds: readonly B[]): B[] {
  const nodes = new Map<Scenario, readonly number[]>();
  const nodesIn = (scenario: Scenario) => {
    const known = nodes.get(scenario) ?? everyNode(network, scenario);
    nodes.set(scenario, known);
    return known;
  };
  const implies = (a: Bound, b: Bound) => {
    if (a.holder !== b.holder || a.room > b.room) return false;
    const more = nodesIn(a.scenario);
    return nodesIn(b.scenario).every((count, index) => count <= (more[index] as number));
  };
  return bounds.filter((one, index) =>
    bounds.every((other, at) => at === index || !implies(other, one) || (implies(one, other) && at > index)),
  );
}

/** Nodes of every service and pooler, in steady state and while it deploys; none of what does not exist then. */
function everyNode(network: DatabaseNetwork, scenario: Scenario): number[] {
  const subjects = subjectsOf(network);
  const exists = ({ when }: Subject) => when !== 'deploy' || scenario.kind !== 'steady';
  return [
    ...subjects.map((subject) => (exists(subject) ? scenario.nodes(subject) : 0)),
    ...subjects.map((subject) => (exists(subject) ? nodesDeploying(scenario, subject) : 0)),
  ];
}
