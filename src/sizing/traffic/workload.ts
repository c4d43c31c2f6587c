import { loadOf } from '../../queueing/load.ts';
import { serversFor } from '../../queueing/servers-for.ts';
import type { Workload } from '../../queueing/types.ts';
import type { Service } from '../../topology/types.ts';

/** More than one node can open (see `mostOfOneNode` of the topology); past it nobody is served in time. */
const most = 1_000_000;

/**
 * What reaches one process of a service in steady state, on its busiest node; null where the file says no traffic, or
 * nobody serves it.
 */
export function workloadOf({ traffic, nodes, processes }: Service): Workload | null {
  if (traffic === null || nodes === 0) return null;
  const { rate, hold, cv, skew } = traffic;
  return { rate: (rate * Math.min(1, skew / nodes)) / processes, hold, cv };
}

/** The connections with which a wait stays below a target; at most a million. */
export function connectionsFor(workload: Workload, target: number, percentile: number): number {
  return loadOf(workload) >= most ? most : Math.min(most, serversFor(workload, target, percentile));
}

/** Fewest connections of a process with which its queue does not grow without end; 0 where the file says no traffic. */
export function keepingUp(service: Service): number {
  const workload = workloadOf(service);
  return workload === null ? 0 : Math.min(most, Math.floor(loadOf(workload)) + 1);
}
