import type { Flow } from '../demand/flows.ts';
import type { PoolerSite, Site, SunkFlow } from './network.ts';
import { limitsOf, openingOf } from './pooler.ts';
import type { Basins, Limit, LimitedBasins, Load } from './routes.ts';

/** What is to be made as large as possible: connections in use, connections that idle, those of one role, ... */
export interface Objective {
  /** What a flow with so many nodes alive contributes. */
  readonly amount: (flow: Flow, nodes: number) => number;
  /** What a pooler passes on to the database; no more than its limits allow; grows by no more than its clients do, and by its opening for the first of a pair. */
  readonly passed: (site: PoolerSite, processes: number, clients: readonly number[]) => number;
  /** Whether everything counts that reaches a pooler: it passes on the sum. */
  readonly additive?: boolean;
}

/** What a service with so many nodes alive adds to each sink; a sink that gets nothing is absent. */
export function loadsOf(objective: Objective, flows: readonly SunkFlow[], nodes: number): Load[] {
  const loads: { sink: number; connections: number }[] = [];
  for (const { sink, flow } of flows) {
    const connections = objective.amount(flow, nodes);
    const known = loads.find((load) => load.sink === sink);
    if (known) known.connections += connections;
    else if (connections > 0) loads.push({ sink, connections });
  }
  return loads;
}

/** What changes at each sink between two loads; nothing where both are unbounded. */
export function changeOf(before: readonly Load[], after: readonly Load[]): Load[] {
  const at = (loads: readonly Load[], sink: number) => loads.find((load) => load.sink === sink)?.connections ?? 0;
  const gone = before.filter(({ sink }) => at(after, sink) === 0).map(({ sink }) => ({ sink, connections: 0 }));
  return [...after, ...gone]
    .filter(({ sink, connections }) => connections !== at(before, sink))
    .map(({ sink, connections }) => ({ sink, connections: connections - at(before, sink) }));
}

/** The clients of each pair of one pooler, read off what the sinks carry. */
export function clientsOf(site: Site, pooler: number, amounts: Float64Array): number[] {
  const clients: number[] = [];
  const end = site.offsets[pooler + 1] as number;
  for (let sink = site.offsets[pooler] as number; sink < end; sink += 1) clients.push(amounts[sink] as number);
  return clients;
}

/** The sinks' basins (the database, then each pooler) with so many processes of each pooler alive. */
export const basinsOf = (site: Site, processes: readonly number[], objective: Objective): Basins => ({
  count: site.poolers.length + 1,
  basinOf: (sink) => site.offsets.findIndex((offset) => sink < offset),
  passed: (basin, amounts) => {
    if (basin === 0) return amounts[0] as number;
    const pooler = site.poolers[basin - 1] as PoolerSite;
    return objective.passed(pooler, processes[basin - 1] as number, clientsOf(site, basin - 1, amounts));
  },
});

/** The same with their limits. */
export function limitedBasinsOf(site: Site, processes: readonly number[], objective: Objective): LimitedBasins {
  const sinkLimits = [Infinity];
  const openings = [0];
  const limits: Limit[] = [];
  site.poolers.forEach((pooler, index) => {
    const alive = processes[index] as number;
    const offset = site.offsets[index] as number;
    for (const pair of pooler.pairs) {
      sinkLimits.push(Infinity);
      openings.push(openingOf(pooler, alive, pair));
    }
    for (const { pairs, connections } of objective.additive ? [] : limitsOf(pooler, alive)) {
      const sinks = pairs.map((pair) => offset + pair);
      limits.push({ sinks, connections });
      for (const sink of sinks) sinkLimits[sink] = Math.min(sinkLimits[sink] as number, connections);
    }
  });
  return {
    ...basinsOf(site, processes, objective),
    limits,
    sinkLimit: (sink) => sinkLimits[sink] as number,
    opening: (sink) => openings[sink] as number,
  };
}
