import type { Topology } from '../../topology/types.ts';
import { nodesDeploying, type Scenario, scenariosOf } from '../demand/scenarios.ts';
import { type DatabaseNetwork, networksOf, poolerAlone, subjectsOf } from '../network/network.ts';
import { clients, inUse } from '../network/objectives.ts';
import { processesOf } from '../network/pooler.ts';
import { worstSet } from '../search/worst-set.ts';
import { equalTo } from '../select-scenarios.ts';
import type { DatabaseScenario, PoolerScenario } from '../types.ts';
import { opensOf } from './opens.ts';
import type { DatabaseDerivation, PoolerDerivation, ServiceDerivation, WorstCases } from './types.ts';
import { deploysOf, derivePooled, deriveWorstCase, leftOutOf, nodeCountOf } from './worst.ts';

/**
 * How the worst case of a database comes about. `scenario`: its name, null for the worst one; one that the database does
 * not show is the one it is equal to there.
 */
export function deriveDatabase(
  topology: Topology,
  worsts: WorstCases,
  name: string,
  scenario: string | null,
): DatabaseDerivation {
  const network = named(networksOf(topology), ({ database }) => database.name === name);
  const { usable, allowed, scenarios, worst } = named(worsts.databases, (database) => database.name === name);
  const shown = equalTo(scenario ?? worst, scenarios) as DatabaseScenario;
  const { database } = network;
  const circumstances = scenarioOf(topology, network, shown.name);
  const partOf = (holds: (user: string, dbname: string) => boolean) =>
    deriveWorstCase(withFlows(network, holds), circumstances, topology);
  return {
    kind: 'database',
    name,
    usable,
    allowed,
    scenario: shown,
    worst: deriveWorstCase(network, circumstances, topology),
    limits: [
      ...database.roleLimits.map(({ name, count }) => ({
        what: 'role' as const,
        name,
        limit: count,
        worst: partOf((user) => user === name),
      })),
      ...database.databaseLimits.map(({ name, count }) => ({
        what: 'logical database' as const,
        name,
        limit: count,
        worst: partOf((_, dbname) => dbname === name),
      })),
    ],
  };
}

/** How the clients and the server connections of a pooler come about; `scenario` as for a database. */
export function derivePooler(
  topology: Topology,
  worsts: WorstCases,
  name: string,
  scenario: string | null,
): PoolerDerivation {
  const whole = named(networksOf(topology), ({ poolers }) => poolers.some(({ pooler }) => pooler.name === name));
  const poolerNetwork = named(whole.poolers, ({ pooler }) => pooler.name === name);
  const { scenarios } = named(worsts.poolers, (pooler) => pooler.name === name);
  const shown = equalTo(scenario ?? worstOfPooler(scenarios), scenarios) as PoolerScenario;
  const network = poolerAlone(whole, poolerNetwork);
  const circumstances = scenarioOf(topology, whole, shown.name);
  const { concurrentDeploys } = topology.policy;
  const forClients = worstSet(network, circumstances, concurrentDeploys, clients);
  const forServers = worstSet(network, circumstances, concurrentDeploys, inUse);
  const { pooler } = poolerNetwork;
  const steady = circumstances.nodes(pooler);
  return {
    kind: 'pooler',
    name,
    scenario: shown,
    accepting: {
      nodeCount: { ...nodeCountOf(pooler, circumstances, topology, steady), rollout: null },
      processes: processesOf(pooler, steady),
    },
    clients: derivePooled(network, 0, circumstances, topology, forClients),
    clientDeploys: deploysOf(network, circumstances, forClients),
    servers: derivePooled(network, 0, circumstances, topology, forServers),
    serverDeploys: deploysOf(network, circumstances, forServers),
    leftOut: leftOutOf(network, circumstances, forClients),
  };
}

/** What a service opens; `scenario`: its name, null for the one in which the most of its nodes are alive. */
export function deriveService(
  topology: Topology,
  worsts: WorstCases,
  name: string,
  scenario: string | null,
): ServiceDerivation {
  const service = named(topology.services, (each) => each.name === name);
  const networks = networksOf(topology).filter(({ members }) => members.some((member) => member.service.name === name));
  const scenarios = scenariosOf(topology)([service]);
  const alive = (each: Scenario) =>
    service.when === 'deploy' && each.kind === 'steady' ? 0 : nodesDeploying(each, service);
  const most = scenarios.reduce((worst, each) => (alive(each) > alive(worst) ? each : worst));
  const shown = equalTo(scenario ?? most.name, scenarios) ?? most;
  return {
    kind: 'service',
    name,
    scenario: { name: shown.name, kind: shown.kind },
    opens: opensOf(service),
    nodeCount: nodeCountOf(service, shown, topology, alive(shown)),
    parts: networks.map(({ database }) => {
      const budget = named(worsts.databases, (each) => each.name === database.name);
      const there = equalTo(shown.name, budget.scenarios) as DatabaseScenario;
      const own = there.breakdown.filter(({ source }) => source === name || source === `${name}.extra`);
      return {
        database: database.name,
        scenario: there.name,
        nodes: Math.max(0, ...own.map(({ nodes }) => nodes ?? 0)),
        connections: own.reduce((sum, { connections }) => sum + connections, 0),
        total: there.connections,
      };
    }),
  };
}

/** The scenario of a pooler that does not fit before one that does; then that with the most clients, then servers. */
function worstOfPooler(scenarios: readonly PoolerScenario[]): string {
  const order = (a: PoolerScenario, b: PoolerScenario) =>
    Number(a.fits) - Number(b.fits) ||
    compare(b.clients, a.clients) ||
    compare(b.serverConnections, a.serverConnections);
  return (scenarios.toSorted(order)[0] as PoolerScenario).name;
}

const compare = (a: number, b: number) => (a === b ? 0 : a - b);

const scenarioOf = (topology: Topology, network: DatabaseNetwork, name: string): Scenario =>
  named(scenariosOf(topology)(subjectsOf(network)), (scenario) => scenario.name === name);

/** The network with those flows only for which a condition holds. */
const withFlows = (network: DatabaseNetwork, holds: (user: string, dbname: string) => boolean): DatabaseNetwork => ({
  ...network,
  members: network.members.map((member) => ({
    ...member,
    flows: member.flows.filter(({ flow }) => holds(flow.user, flow.dbname)),
  })),
});

function named<T>(items: readonly T[], isIt: (item: T) => boolean): T {
  const item = items.find(isIt);
  if (item === undefined) throw new Error('the topology has no such name');
  return item;
}
