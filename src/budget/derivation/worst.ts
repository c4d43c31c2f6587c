import type { Service, Target, Topology } from '../../topology/types.ts';
import { breakdownOf } from '../breakdown.ts';
import { nodesDeploying, type Scenario, type Subject } from '../demand/scenarios.ts';
import { clientsOf } from '../network/loads.ts';
import { type DatabaseNetwork, type Member, type PoolerNetwork, subjectsOf } from '../network/network.ts';
import { inUse } from '../network/objectives.ts';
import { rolloutOf } from '../rollout/rollout.ts';
import { type Outcome, worstSet } from '../search/worst-set.ts';
import { openedBy, opensOf } from './opens.ts';
import { poolerFlowOf } from './pooler-flow.ts';
import type { Deploys, LeftOut, NodeCount, Opening, PooledDerivation, WorstCase } from './types.ts';

/** What the worst case of a network adds up from. */
export function deriveWorstCase(network: DatabaseNetwork, scenario: Scenario, topology: Topology): WorstCase {
  const outcome = worstSet(network, scenario, topology.policy.concurrentDeploys, inUse);
  const { members, database } = network;
  return {
    connections: outcome.connections,
    unsearched: outcome.unsearched,
    direct: members.flatMap(({ service, flows }, index) => {
      const targets = flows.filter(({ edge }) => edge === 0).map(({ flow }) => flow);
      const opens = opensOf(service, (target) => target.to === database.name && isAmong(targets, target));
      return opening(nodeCountOf(service, scenario, topology, outcome.nodes[index] as number), opens);
    }),
    pooled: network.poolers.map((_, index) => derivePooled(network, index, scenario, topology, outcome)),
    leftOut: leftOutOf(network, scenario, outcome),
    deploys: deploysOf(network, scenario, outcome),
  };
}

/** What comes through the pooler at an index of the network. */
export function derivePooled(
  network: DatabaseNetwork,
  index: number,
  scenario: Scenario,
  topology: Topology,
  outcome: Outcome,
): PooledDerivation {
  const poolerNetwork = network.poolers[index] as PoolerNetwork;
  const { pooler } = poolerNetwork;
  const { nodes, processes } = outcome.poolers[index] as Outcome['poolers'][number];
  const flow = poolerFlowOf(poolerNetwork, processes, clientsOf(network, index, outcome.amounts));
  const clients = network.members.flatMap(({ service, flows }, member) => {
    const nodeCount = nodeCountOf(service, scenario, topology, outcome.nodes[member] as number);
    return flows
      .filter(({ flow }) => flow.to === pooler.name)
      .flatMap(({ flow }) => {
        const opens = opensOf(service, (target) => isAmong([flow], target));
        return opening(nodeCount, opens).map((part) => ({ ...part, user: flow.user, dbname: flow.dbname }));
      });
  });
  const through = breakdownOf(network, scenario, outcome).filter(({ via }) => via === pooler.name);
  const clientsBy = (name: string) =>
    clients.reduce((sum, { nodeCount, connections }) => (nodeCount.name === name ? sum + connections : sum), 0);
  return {
    pooler: pooler.name,
    nodeCount: nodeCountOf(pooler, scenario, topology, nodes),
    flow,
    clients,
    shares: through
      .filter(({ source, connections }) => source !== pooler.name && connections > 0)
      .map(({ source, connections }) => ({ service: source, connections, clients: clientsBy(source) })),
    kept: through.find(({ source }) => source === pooler.name)?.connections ?? 0,
  };
}

/** How many nodes of a service or pooler are alive; `alive` is what a worst case says. */
export function nodeCountOf(subject: Subject, scenario: Scenario, topology: Topology, alive: number): NodeCount {
  const { name, deploy, maxNodes } = subject;
  const nodes = scenario.nodes(subject);
  const own = topology.scenarios.find((each) => each.name === scenario.circumstances);
  const atPeak = scenario.circumstances === 'peak' && maxNodes !== null;
  const from = own?.nodes.has(name) ? { scenario: own.name } : atPeak ? 'max_nodes' : 'nodes';
  const rollsOut =
    scenario.kind !== 'steady' && subject.when !== 'deploy' && alive === nodesDeploying(scenario, subject);
  const rollout = rollsOut ? rolloutOf(deploy, nodes, scenario.kind === 'draining' ? 'draining' : 'deploy') : null;
  return { name, nodes, from, alive, rollout };
}

/** Who deploys in an outcome, and who would add nodes as well but has to wait. */
export function deploysOf(network: DatabaseNetwork, scenario: Scenario, outcome: Outcome): Deploys {
  const deploying = new Set(outcome.deploying);
  const running = new Set(
    network.members.filter((_, index) => outcome.nodes[index] !== 0).map(({ service }) => service.name),
  );
  const waits = (subject: Subject) =>
    !deploying.has(subject.name) &&
    (running.has(subject.name) || network.poolers.some(({ pooler }) => pooler.name === subject.name)) &&
    nodesDeploying(scenario, subject) > scenario.nodes(subject);
  const waiting = subjectsOf(network).filter(waits);
  return { kind: scenario.kind, deploying: outcome.deploying, waiting: waiting.map(({ name }) => name) };
}

/** Services of the network that open nothing. */
export function leftOutOf(network: DatabaseNetwork, scenario: Scenario, outcome: Outcome): LeftOut[] {
  const opensNothing = ({ flows }: Member) => flows.every(({ flow }) => flow.perNode === 0 && flow.perService === 0);
  const runs = (index: number) => outcome.nodes[index] !== 0;
  const whyNot = (member: Member, index: number): LeftOut['why'] | null => {
    if (runs(index)) return opensNothing(member) && member.flows.length > 0 ? 'opens_nothing' : null;
    if (member.service.when === 'deploy' && scenario.kind === 'steady') return 'deploy_only';
    if (scenario.nodes(member.service) === 0) return 'no_nodes';
    return 'exclusive';
  };
  return network.members.flatMap((member, index) => {
    const why = whyNot(member, index);
    if (why === null) return [];
    const { name, exclusive } = member.service;
    const other = network.members.find(({ service }, at) => runs(at) && service.exclusive === exclusive);
    return [{ service: name, why, instead: why === 'exclusive' ? (other?.service.name ?? null) : null }];
  });
}

/** The part of a service, unless it opens nothing. */
function opening(nodeCount: NodeCount, opens: Opening['opens']): Opening[] {
  const connections = openedBy(opens, nodeCount.alive);
  return connections === 0 ? [] : [{ nodeCount, opens, connections }];
}

const isAmong = (flows: readonly Target[], { to, user, dbname }: Service['pools'][number] | Target): boolean =>
  flows.some((flow) => flow.to === to && flow.user === user && flow.dbname === dbname);
