import { poolPath } from '../topology/pools.ts';
import type { Pool, Topology } from '../topology/types.ts';
import type { Recommendation } from './types.ts';

/** The most connections of a pool taken apart: overflow is given up first, and stays where there are to be no less. */
export function sizeAndOverflow(
  { size, overflow }: Pick<Pool, 'size' | 'overflow'>,
  most: number,
): Pick<Pool, 'size' | 'overflow'> {
  if (most === size + overflow) return { size, overflow };
  if (most > size + overflow) return { size: most - overflow, overflow };
  const kept = Math.min(size, most);
  return { size: kept, overflow: most - kept };
}

/** The topology with recommended sizes written into it; a minimum above its new size comes down with it. */
export function withSizes(
  topology: Topology,
  recommendations: readonly Pick<Recommendation, 'on' | 'size' | 'overflow'>[],
): Topology {
  if (recommendations.length === 0) return topology;
  const sizes = new Map(recommendations.map(({ on, size, overflow }) => [on, { size, overflow }]));
  return {
    ...topology,
    services: topology.services.map((service) => ({
      ...service,
      pools: service.pools.map((pool) => {
        const better = sizes.get(poolPath(service.name, pool.name));
        return better ? { ...pool, ...better, min: Math.min(pool.min, better.size + better.overflow) } : pool;
      }),
    })),
  };
}
