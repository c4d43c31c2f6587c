import type { Service } from '../topology/types.ts';
import { connectionsOf } from './demand/flows.ts';
import type { Scenario } from './demand/scenarios.ts';
import { clientsOf } from './network/loads.ts';
import type { DatabaseNetwork, Member, PoolerNetwork } from './network/network.ts';
import { served } from './network/pooler.ts';
import type { Outcome } from './search/worst-set.ts';
import { share } from './share.ts';
import type { Addend } from './types.ts';

/** What the worst case may come to beyond the worst set of deploys that was found. */
const unsearched = 'deploys not searched';

/**
 * The addends of a database's worst case; they add up to its connections. Services in file order, then poolers, then what
 * a search that was cut short left open, then others.
 */
export function breakdownOf(network: DatabaseNetwork, scenario: Scenario, outcome: Outcome): Addend[] {
  return [
    ...directAddends(network, scenario, outcome),
    ...network.poolers.flatMap((_, index) => pooledAddends(network, index, scenario, outcome)),
    ...(outcome.unsearched > 0 ? [withoutNodes(unsearched, outcome.unsearched)] : []),
    ...network.database.otherClients.map(({ name, count }) => withoutNodes(`other_clients.${name}`, count)),
  ];
}

const withoutNodes = (source: string, connections: number): Addend => ({
  source,
  via: null,
  nodes: null,
  addedNodes: 0,
  perNode: null,
  connections,
});

/** One addend a service, and one more for what it opens once however many nodes it has. */
function directAddends(network: DatabaseNetwork, scenario: Scenario, outcome: Outcome): Addend[] {
  const addends: Addend[] = [];
  network.members.forEach(({ service, flows }, index) => {
    const nodes = outcome.nodes[index] as number;
    if (nodes === 0) return;
    let [perNode, perService] = [0, 0];
    for (const { edge, flow } of flows) {
      if (edge > 0) continue;
      perNode += flow.perNode;
      perService += flow.perService;
    }
    if (perNode > 0) {
      const addedNodes = addedBy(scenario, service, nodes);
      addends.push({ source: service.name, via: null, nodes, addedNodes, perNode, connections: nodes * perNode });
    }
    if (perService > 0) {
      addends.push(withoutNodes(`${service.name}.extra`, perService));
    }
  });
  return addends;
}

/** Server connections, shared out among the services in proportion to their clients; the pooler keeps what no client explains. */
function pooledAddends(network: DatabaseNetwork, index: number, scenario: Scenario, outcome: Outcome): Addend[] {
  const pooler = network.poolers[index] as PoolerNetwork;
  const { nodes: alive, processes } = outcome.poolers[index] as Outcome['poolers'][number];
  const via = pooler.pooler.name;
  const clientsByPair = clientsOf(network, index, outcome.amounts);
  const { connections, byPair } = served(pooler, processes, clientsByPair);
  const toServices = Math.min(connections, sum(clientsByPair));
  const clients = pooledClients(network, index, outcome);
  const shares = shareAmong(clients, toServices, toServices > sum(byPair) ? clientsByPair : byPair);
  const addends = new Map<number, Addend>();
  clients.forEach(({ member, perNode }, at) => {
    const { service } = network.members[member] as Member;
    const nodes = outcome.nodes[member] as number;
    if (nodes === 0) return;
    const known = addends.get(member);
    addends.set(member, {
      source: service.name,
      via,
      nodes,
      addedNodes: addedBy(scenario, service, nodes),
      perNode: perNode + (known?.perNode ?? 0),
      connections: (shares[at] as number) + (known?.connections ?? 0),
    });
  });
  if (connections === toServices) return [...addends.values()];
  const addedNodes = alive - scenario.nodes(pooler.pooler);
  const rest = { source: via, via, nodes: alive, addedNodes, perNode: null, connections: connections - toServices };
  return [...addends.values(), rest];
}

/** Clients of one flow. */
interface Clients {
  readonly member: number;
  readonly pair: number;
  readonly perNode: number;
  readonly count: number;
}

function pooledClients({ members, firstEdges: offsets }: DatabaseNetwork, index: number, outcome: Outcome): Clients[] {
  const [from, to] = [offsets[index] as number, offsets[index + 1] as number];
  return members.flatMap(({ flows }, member) =>
    flows
      .filter(({ edge }) => edge >= from && edge < to)
      .map(({ edge, flow }) => ({
        member,
        pair: edge - from,
        perNode: flow.perNode,
        count: connectionsOf(flow, outcome.nodes[member] as number),
      })),
  );
}

/** Shares out a number: first among the pairs by their weights, then within a pair by clients. */
function shareAmong(clients: readonly Clients[], total: number, weights: readonly number[]): number[] {
  const ofPair = share(total, weights);
  const members = weights.map((): number[] => []);
  clients.forEach(({ pair }, index) => {
    members[pair]?.push(index);
  });
  const shares = clients.map(() => 0);
  members.forEach((indexes, pair) => {
    const counts = indexes.map((index) => (clients[index] as Clients).count);
    share(ofPair[pair] as number, counts).forEach((part, at) => {
      shares[indexes[at] as number] = part;
    });
  });
  return shares;
}

const addedBy = (scenario: Scenario, service: Service, nodes: number): number =>
  service.when === 'deploy' ? nodes : nodes - scenario.nodes(service);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
