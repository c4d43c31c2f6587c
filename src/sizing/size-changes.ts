import type { Pool, Topology } from '../topology/types.ts';
import type { Recommendation } from './types.ts';
import { poolPath } from './with-sizes.ts';

/** A number that a file gives, and what it should be. */
export interface SizeChange {
  /** Its path: `services.web.pools.default.size`. */
  readonly path: string;
  readonly to: number;
}

/**
 * The numbers of a topology's file that change with recommended sizes, in file order: sizes, overflows, and what a pool
 * keeps open (`min`) where that is given and would be more than its new size.
 */
export function sizeChanges(
  { services, origin }: Topology,
  recommendations: readonly Pick<Recommendation, 'on' | 'size' | 'overflow'>[],
): SizeChange[] {
  const better = new Map(recommendations.map((each) => [each.on, each]));
  const changesOf = (on: string, pool: Pool): SizeChange[] => {
    const { size, overflow } = better.get(on) ?? pool;
    const keptOpen = origin(`${on}.min`).kind === 'given' ? Math.min(pool.min, size) : pool.min;
    const after = { size, overflow, min: keptOpen };
    return (['size', 'overflow', 'min'] as const)
      .filter((key) => after[key] !== pool[key])
      .map((key) => ({ path: `${on}.${key}`, to: after[key] }));
  };
  return services.flatMap(({ name, pools }) => pools.flatMap((pool) => changesOf(poolPath(name, pool.name), pool)));
}
