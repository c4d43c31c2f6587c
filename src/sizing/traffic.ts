import { loadOf } from '../queueing/load.ts';
import { serversFor } from '../queueing/servers-for.ts';
import type { Workload } from '../queueing/types.ts';
import { waitAt } from '../queueing/wait.ts';
import { poolPath } from '../topology/pools.ts';
import type { Service, Topology } from '../topology/types.ts';
import type { Sizable } from './pools.ts';
import type { PoolTraffic } from './types.ts';

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

/** The smallest size that meets the target of each pool's traffic, by path. Every pool of a service sees all its checkouts. */
export function needsOf({ services }: Topology): Map<string, number> {
  return new Map(
    services.flatMap((service) => {
      const workload = workloadOf(service);
      if (workload === null || service.traffic === null || service.traffic.targetWait === null) return [];
      const need = connectionsFor(workload, service.traffic.targetWait, service.traffic.percentile);
      return service.pools.map(({ name }): [string, number] => [poolPath(service.name, name), need]);
    }),
  );
}

/** What a pool's traffic comes to with a size; null without traffic. `needs`: the size that meets its target. */
export function trafficOf({ service, highest }: Sizable, size: number, needs: number | null): PoolTraffic | null {
  const { traffic } = service;
  const workload = workloadOf(service);
  if (traffic === null || workload === null) return null;
  const { external, percentile, targetWait } = traffic;
  const short = needs === null ? 0 : Math.max(0, needs - size);
  const shortOf = size < highest ? 'budget' : 'bound';
  return {
    rate: workload.rate,
    hold: workload.hold,
    load: loadOf(workload),
    wait: size === 0 ? Infinity : waitAt({ ...workload, servers: size }, percentile),
    percentile,
    targetWait,
    needs,
    short,
    shortBy: short === 0 ? null : shortOf,
    released: external > 0 && targetWait !== null ? released(workload, external, targetWait, percentile) : null,
  };
}

function released(workload: Workload, external: number, target: number, percentile: number): PoolTraffic['released'] {
  const hold = Math.max(0, workload.hold - external);
  return { external, needs: connectionsFor({ ...workload, hold }, target, percentile) };
}
