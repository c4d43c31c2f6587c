import { othersOf } from '../../budget/database.ts';
import { nodesDeploying, type Scenario, type Subject, scenariosOf } from '../../budget/demand/scenarios.ts';
import { type PoolerSite, poolerAlone, type Site, subjectsOf } from '../../budget/network/network.ts';
import { clients, inUse } from '../../budget/network/objectives.ts';
import { clientLimit, processesOf } from '../../budget/network/pooler.ts';
import { demandOf } from './demand.ts';
import type { Ground } from './ground.ts';
import { probabilityLimits } from './probability.ts';
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
  ground: Ground,
  kinds: readonly Scenario['kind'][] = ['steady', 'deploy', 'draining'],
): Limit[] {
  const scenarios = scenariosOf(ground.topology)(subjectsOf(ground.site)).filter(({ kind }) => kinds.includes(kind));
  const bounds = scenarios.map((scenario) => databaseBound(ground, scenario));
  for (const pooler of ground.site.poolers) {
    const site = poolerAlone(ground.site, pooler);
    bounds.push(...scenarios.map((scenario) => poolerBound(site, pooler, scenario)));
  }
  const finite = bounds.filter(({ room }) => room !== Infinity);
  const worstCases = withoutImplied(ground.site, finite).map((bound) => ({
    ...bound,
    ...demandOf(ground, bound.site, bound.pooler ? clients : inUse, bound.scenario),
  }));
  return [...worstCases, ...probabilityLimits(ground, scenarios)];
}

function databaseBound({ site, topology }: Ground, scenario: Scenario): Bound {
  const room = targetOf(site.database, topology.policy) - othersOf(site.database);
  return { holder: site.database.name, pooler: null, site, scenario, room };
}

function poolerBound(site: Site, pooler: PoolerSite, scenario: Scenario): Bound {
  const room = clientLimit(pooler.pooler, processesOf(pooler.pooler, scenario.nodes(pooler.pooler)));
  return { holder: pooler.pooler.name, pooler, site, scenario, room };
}

/** Drops bounds that hold whenever another one of the same holder does: one with no fewer nodes of anything, and no more room. */
export function withoutImplied<B extends Bound>(site: Site, bounds: readonly B[]): B[] {
  const nodes = new Map<Scenario, readonly number[]>();
  const nodesIn = (scenario: Scenario) => {
    const known = nodes.get(scenario) ?? everyNode(site, scenario);
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

/** Nodes of every service and pooler, as usual and while it deploys; none of what does not exist then. */
function everyNode(site: Site, scenario: Scenario): number[] {
  const subjects = subjectsOf(site);
  const exists = ({ when }: Subject) => when !== 'deploy' || scenario.kind !== 'steady';
  return [
    ...subjects.map((subject) => (exists(subject) ? scenario.nodes(subject) : 0)),
    ...subjects.map((subject) => (exists(subject) ? nodesDeploying(scenario, subject) : 0)),
  ];
}
