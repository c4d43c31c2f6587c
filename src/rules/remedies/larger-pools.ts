import { poolPath } from '../../topology/pools.ts';
import type { Pool } from '../../topology/types.ts';
import { groupBy } from '../common/view.ts';
import type { PlanView } from '../types.ts';
import { changeEvery, fits, type Trial, trialOf } from './what-if.ts';

/** A pool that should become larger. */
export interface Raise {
  readonly service: string;
  readonly pool: Pool;
  /** The size it should have; its overflow stays. */
  readonly size: number;
}

/** So many pools of one database are tried one by one when they do not fit together. */
const alone = 5;

/**
 * Whether these pools can be made that large: all on one database together, else each alone where they are few. Without
 * those where it takes too long to tell.
 */
export function tryRaises(view: PlanView, raises: readonly Raise[]): ReadonlyMap<Raise, boolean> {
  const byDatabase = groupBy(raises, ({ pool }) => view.databaseOf(pool));
  const tried = new Map<Raise, boolean>();
  for (const [database, group] of byDatabase) {
    const tryOut = trialOf(view, database);
    if (tryOut === null) continue;
    const together = works(tryOut, group);
    const each = !together && group.length > 1 && group.length <= alone;
    for (const raise of group) tried.set(raise, together || (each && works(tryOut, [raise])));
  }
  return tried;
}

function works(tryOut: Trial, raises: readonly Raise[]): boolean {
  const sizes = new Map(raises.map(({ service, pool, size }) => [poolPath(service, pool.name), size]));
  const larger = changeEvery({
    service: ({ name, pools }) => ({
      pools: pools.map((pool) => ({ ...pool, size: sizes.get(poolPath(name, pool.name)) ?? pool.size })),
    }),
  });
  const outcome = tryOut(larger);
  return [outcome.database, ...outcome.poolers].every(fits);
}
