import type { Flow } from '../demand/flows.ts';
import type { DatabaseNetwork, PoolerNetwork, RoutedFlow } from './network.ts';
import { limitsOf, openingOf } from './pooler.ts';
import type { LimitedRoutes, Load, Routes, SharedCapacity } from './routes.ts';

/** What is to be made as large as possible: connections in use, connections that idle, those of one role, ... */
export interface Objective {
  /** What a flow with so many nodes alive contributes. */
  readonly amount: (flow: Flow, nodes: number) => number;
  /** What a pooler passes on to the database; no more than its limits allow; grows by no more than its clients do, and by its opening for the first of a pair. */
  readonly passed: (network: PoolerNetwork, processes: number, clients: readonly number[]) => number;
  /** Whether everything counts that reaches a pooler: it passes on the sum. */
  readonly additive?: boolean;
}

/** What a service with so many nodes alive adds to each edge; an edge that gets nothing is absent. */
export function loadsOf(objective: Objective, flows: readonly RoutedFlow[], nodes: number): Load[] {
  const loads: { edge: number; connections: number }[] = [];
  for (const { edge, flow } of flows) {
    const connections = objective.amount(flow, nodes);
    const known = loads.find((load) => load.edge === edge);
    if (known) known.connections += connections;
    else if (connections > 0) loads.push({ edge, connections });
  }
  return loads;
}

/** What changes at each edge between two loads; nothing where both are unbounded. */
export function changeOf(before: readonly Load[], after: readonly Load[]): Load[] {
  const at = (loads: readonly Load[], edge: number) => loads.find((load) => load.edge === edge)?.connections ?? 0;
  const gone = before.filter(({ edge }) => at(after, edge) === 0).map(({ edge }) => ({ edge, connections: 0 }));
  return [...after, ...gone]
    .filter(({ edge, connections }) => connections !== at(before, edge))
    .map(({ edge, connections }) => ({ edge, connections: connections - at(before, edge) }));
}

/** The clients of each pair of one pooler, read off what the edges carry. */
export function clientsOf(network: DatabaseNetwork, pooler: number, amounts: Float64Array): number[] {
  const clients: number[] = [];
  const end = network.firstEdges[pooler + 1] as number;
  for (let edge = network.firstEdges[pooler] as number; edge < end; edge += 1) clients.push(amounts[edge] as number);
  return clients;
}

/** The edges' routes (the database, then each pooler) with so many processes of each pooler alive. */
export const routesOf = (network: DatabaseNetwork, processes: readonly number[], objective: Objective): Routes => ({
  count: network.poolers.length + 1,
  routeOf: (edge) => network.firstEdges.findIndex((offset) => edge < offset),
  passed: (route, amounts) => {
    if (route === 0) return amounts[0] as number;
    const pooler = network.poolers[route - 1] as PoolerNetwork;
    return objective.passed(pooler, processes[route - 1] as number, clientsOf(network, route - 1, amounts));
  },
});

/** The same with their limits. */
export function limitedRoutesOf(
  network: DatabaseNetwork,
  processes: readonly number[],
  objective: Objective,
): LimitedRoutes {
  const edgeLimits = [Infinity];
  const openings = [0];
  const limits: SharedCapacity[] = [];
  network.poolers.forEach((pooler, index) => {
    const alive = processes[index] as number;
    const offset = network.firstEdges[index] as number;
    for (const pair of pooler.pairs) {
      edgeLimits.push(Infinity);
      openings.push(openingOf(pooler, alive, pair));
    }
    for (const { pairs, connections } of objective.additive ? [] : limitsOf(pooler, alive)) {
      const edges = pairs.map((pair) => offset + pair);
      limits.push({ edges, connections });
      for (const edge of edges) edgeLimits[edge] = Math.min(edgeLimits[edge] as number, connections);
    }
  });
  return {
    ...routesOf(network, processes, objective),
    limits,
    edgeLimit: (edge) => edgeLimits[edge] as number,
    opening: (edge) => openings[edge] as number,
  };
}
