import type { Database, Policy } from '../topology/types.ts';
import { breakdownOf } from './breakdown.ts';
import { connectionsOf } from './demand/flows.ts';
import { nodesDeploying, type Scenario, type Subject } from './demand/scenarios.ts';
import type { Constraint } from './more-nodes.ts';
import type { DatabaseNetwork } from './network/network.ts';
import { idle, inUse, only } from './network/objectives.ts';
import { processesOf, serverCapacity } from './network/pooler.ts';
import { floorOf } from './ratio.ts';
import { rankingOf } from './search/ranking.ts';
import { type Outcome, worstSet } from './search/worst-set.ts';
import type { DatabaseBudget, DatabaseScenario } from './types.ts';

/** What ordinary roles can have: `max_connections` less every reserve. (PostgreSQL: src/backend/utils/init/postinit.c.) */
export function usableOf({ maxConnections, superuserReserved, reserved, providerReserved }: Database): number {
  return Math.max(0, maxConnections - superuserReserved - reserved - providerReserved);
}

/** Connections of clients that are no services. */
export const othersOf = ({ otherClients }: Database): number => otherClients.reduce((sum, { count }) => sum + count, 0);

/** The most the policy lets the worst case reach: floor(usable x policy.overcommit); Infinity where a probability is the measure. */
export function allowedOf(database: Database, { overcommit }: Policy): number {
  const usable = usableOf(database);
  return usable === Infinity || database.judgedBy === 'probability' ? Infinity : floorOf(usable, overcommit);
}

/** The budget of one database over the scenarios that concern it, and the limits its services must keep. */
export function databaseBudget(
  network: DatabaseNetwork,
  scenarios: readonly Scenario[],
  policy: Policy,
): { budget: DatabaseBudget; constraints: Constraint[] } {
  const { name } = network.database;
  const usable = usableOf(network.database);
  const allowed = allowedOf(network.database, policy);
  const others = othersOf(network.database);
  const computed: DatabaseScenario[] = [];
  const constraints: Constraint[] = [];
  for (const scenario of scenarios) {
    if (scenario.kind === 'draining' && !drainsLonger(network, scenario)) continue;
    const outcome = worstSet(network, scenario, policy.concurrentDeploys, inUse);
    const connections = outcome.connections + others;
    // As many connections of more nodes are still more likely to be in use.
    const isAlike = connections === computed.at(-1)?.connections && network.database.judgedBy === 'worst_case';
    if (scenario.kind === 'draining' && isAlike) continue;
    if (scenario.kind !== 'draining') {
      const ceiling = network.poolers.length > 0 ? ceilingOf(network, scenario) : Infinity;
      const ranking = rankingOf(network, scenario, inUse, policy.concurrentDeploys);
      constraints.push({ network, scenario, objective: inUse, limit: allowed - others, outcome, ceiling, ranking });
    }
    computed.push({
      name: scenario.name,
      kind: scenario.kind,
      connections,
      unsearched: outcome.unsearched,
      headroom: usable === connections ? 0 : usable - connections,
      utilization: connections === 0 || usable === Infinity ? 0 : connections / usable,
      fits: connections <= allowed && connections !== Infinity,
      deploying: outcome.deploying,
      memoryBytes: connections * network.database.backendMemoryBytes + (network.database.sharedBuffersBytes ?? 0),
      ...detailsOf(network, scenario, policy, outcome),
    });
  }
  const worst = computed.reduce((most, one) => (one.connections > most.connections ? one : most));
  return { budget: { name, usable, allowed, scenarios: computed, worst: worst.name }, constraints };
}

/** More than this the network can never open, however many clients its poolers have, unless more comes straight to it. */
function ceilingOf({ members, poolers }: DatabaseNetwork, scenario: Scenario): number {
  let ceiling = 0;
  for (const { service, flows } of members) {
    const nodes = nodesDeploying(scenario, service);
    for (const { edge, flow } of flows) if (edge === 0) ceiling += connectionsOf(flow, nodes);
  }
  for (const network of poolers)
    ceiling += serverCapacity(network, processesOf(network.pooler, nodesDeploying(scenario, network.pooler)));
  return ceiling;
}

/** Whether slow draining can make a difference at all. */
function drainsLonger(network: DatabaseNetwork, scenario: Scenario): boolean {
  const deploy: Scenario = { ...scenario, kind: 'deploy' };
  const longer = (subject: Subject) => nodesDeploying(scenario, subject) > nodesDeploying(deploy, subject);
  return network.members.some(({ service }) => longer(service)) || network.poolers.some(({ pooler }) => longer(pooler));
}

/** What the connections are made of, and the worst cases of parts of them, each over its own worst set. */
function detailsOf(network: DatabaseNetwork, scenario: Scenario, { concurrentDeploys }: Policy, outcome: Outcome) {
  const { roleLimits, databaseLimits } = network.database;
  const worst = (objective: typeof inUse) => worstSet(network, scenario, concurrentDeploys, objective).connections;
  return {
    floor: network.idles ? worst(idle) : 0,
    breakdown: breakdownOf(network, scenario, outcome),
    roles: roleLimits.map(({ name, count }) => ({
      name,
      limit: count,
      connections: worst(only(({ user }) => user === name)),
    })),
    logicalDatabases: databaseLimits.map(({ name, count }) => ({
      name,
      limit: count,
      connections: worst(only(({ dbname }) => dbname === name)),
    })),
  };
}
