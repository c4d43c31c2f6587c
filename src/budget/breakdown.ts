import type { Service } from '../topology/types.ts';
import { connectionsOf } from './flows.ts';
import { served } from './pooler.ts';
import type { Scenario } from './scenarios.ts';
import { share } from './share.ts';
import { clientsOf } from './sinks.ts';
import type { PoolerSite, Site } from './site.ts';
import type { Addend } from './types.ts';
import type { Outcome } from './worst-set.ts';

/** The addends of a database's worst case; they add up to its connections. Services in file order, then poolers, then others. */
export function breakdownOf(site: Site, scenario: Scenario, outcome: Outcome): Addend[] {
  return [
    ...directAddends(site, scenario, outcome),
    ...site.poolers.flatMap((_, index) => pooledAddends(site, index, scenario, outcome)),
    ...site.database.otherClients.map(({ name, count }) => ({
      source: `other_clients.${name}`,
      via: null,
      nodes: null,
      addedNodes: 0,
      perNode: null,
      connections: count,
    })),
  ];
}

/** One addend a service, and one more for what it opens once however many nodes it has. */
function directAddends(site: Site, scenario: Scenario, outcome: Outcome): Addend[] {
  const addends: Addend[] = [];
  for (const service of site.services) {
    const nodes = outcome.nodes.get(service.name) ?? 0;
    let [perNode, perService] = [0, 0];
    for (const { sink, flow } of site.flows.get(service.name) ?? []) {
      if (sink > 0) continue;
      perNode += flow.perNode;
      perService += flow.perService;
    }
    if (nodes === 0) continue;
    if (perNode > 0) {
      const addedNodes = addedBy(scenario, service, nodes);
      addends.push({ source: service.name, via: null, nodes, addedNodes, perNode, connections: nodes * perNode });
    }
    if (perService > 0) {
      const source = `${service.name}.extra`;
      addends.push({ source, via: null, nodes: null, addedNodes: 0, perNode: null, connections: perService });
    }
  }
  return addends;
}

/** Server connections, shared out among the services in proportion to their clients; the pooler keeps what no client explains. */
function pooledAddends(site: Site, index: number, scenario: Scenario, outcome: Outcome): Addend[] {
  const pooler = site.poolers[index] as PoolerSite;
  const { nodes: alive, processes } = outcome.poolers[index] as Outcome['poolers'][number];
  const via = pooler.pooler.name;
  const clientsByPair = clientsOf(site, index, outcome.amounts);
  const { connections, byPair } = served(pooler, processes, clientsByPair);
  const clients = pooler.flows.map((flow) => connectionsOf(flow, outcome.nodes.get(flow.service) ?? 0));
  const toServices = Math.min(connections, sum(clientsByPair));
  const shares = shareAmong(pooler, toServices, toServices > sum(byPair) ? clientsByPair : byPair, clients);
  const byService = new Map<string, { perNode: number; connections: number }>();
  pooler.flows.forEach(({ service, perNode }, index) => {
    const known = byService.get(service) ?? { perNode: 0, connections: 0 };
    byService.set(service, {
      perNode: known.perNode + perNode,
      connections: known.connections + (shares[index] as number),
    });
  });
  const addends = site.services.flatMap((service): Addend[] => {
    const own = byService.get(service.name);
    const nodes = outcome.nodes.get(service.name) ?? 0;
    if (!own || nodes === 0) return [];
    return [{ source: service.name, via, nodes, addedNodes: addedBy(scenario, service, nodes), ...own }];
  });
  if (connections === toServices) return addends;
  const addedNodes = alive - scenario.nodes(pooler.pooler);
  return [
    ...addends,
    { source: via, via, nodes: alive, addedNodes, perNode: null, connections: connections - toServices },
  ];
}

/** Shares out a number among the flows: first among the pairs by their weights, then within a pair by clients. */
function shareAmong(
  { flows, pairs }: PoolerSite,
  total: number,
  weights: readonly number[],
  clients: readonly number[],
): number[] {
  const shares = flows.map(() => 0);
  const ofPair = share(total, weights);
  const members: number[][] = pairs.map(() => []);
  flows.forEach(({ pair }, index) => {
    members[pair]?.push(index);
  });
  members.forEach((indexes, pair) => {
    const parts = share(
      ofPair[pair] as number,
      indexes.map((index) => clients[index] as number),
    );
    indexes.forEach((index, at) => {
      shares[index] = parts[at] as number;
    });
  });
  return shares;
}

const addedBy = (scenario: Scenario, service: Service, nodes: number): number =>
  service.when === 'deploy' ? nodes : nodes - scenario.nodes(service);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
