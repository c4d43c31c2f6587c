import { worstCases } from '../../budget/index.ts';
import { databasesBehind } from '../../topology/pools.ts';
import type { Pooler, Topology } from '../../topology/types.ts';
import { neededOf } from '../in-use/needed.ts';
import { partsOf } from '../parts.ts';
import type { Sizable } from '../pools.ts';
import type { Shared } from '../traffic/streams.ts';
import type { Needed } from '../types.ts';
import { sizeAndOverflow, withSizes } from '../with-sizes.ts';
import { withServingPoolers } from './pooler-settings.ts';

/**
 * What databases had to give around which a pool or a pooler has less than it was to have, if none had less, by name.
 * `topology` has the recommended sizes, of which `pools` and `pooled` say what they were to be.
 */
export function desiredOf(
  topology: Topology,
  pools: readonly Sizable[],
  pooled: ReadonlyMap<string, Shared>,
): Map<string, readonly Needed[]> {
  const all = withSizes(
    withServingPoolers(topology, pooled),
    pools.map(({ on, pool, wanted }) => ({ on, ...sizeAndOverflow(pool, wanted) })),
  );
  const databaseOf = databasesBehind(topology);
  const sizes = topology.services.flatMap((service) => service.pools.map(({ size, overflow }) => size + overflow));
  const shortPools = pools.filter(({ wanted }, index) => (sizes[index] as number) < wanted);
  const shortPoolers = topology.poolers.filter(
    ({ poolSize }, index) => poolSize < (all.poolers[index] as Pooler).poolSize,
  );
  const databases = [...shortPools.map(({ pool }) => databaseOf(pool)), ...shortPoolers.map(({ to }) => to)];
  const parts = partsOf(all, new Set(databases));
  return new Map([...parts].map(([name, part]) => [name, neededOf(part, worstCases(part)).flat()]));
}
