import { loadOf } from '../../queueing/load.ts';
import type { Workload } from '../../queueing/types.ts';
import { waitAt } from '../../queueing/wait.ts';
import { poolPath } from '../../topology/pools.ts';
import type { Topology } from '../../topology/types.ts';
import type { Sizable } from '../pools.ts';
import type { PoolTraffic } from '../types.ts';
import { connectionsFor, workloadOf } from './workload.ts';

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
