import { poolPath } from '../../topology/pools.ts';
import type { Pool } from '../../topology/types.ts';
import { groupBy } from '../common/view.ts';
import type { PlanView } from '../types.ts';
import { changeEvery, fits, tryOut } from './what-if.ts';

/** A pool that should become larger. */
export interface Raise {
  readonly service: string;
  readonly pool: Pool;
  /** The size it should have; its overflow stays. */
  readonly size: number;
}

/** So many pools of one database are tried one by one when they do not fit together. */
const alone = 5;

/** Which of these pools can be made that large: all on one database together, else each alone where they are few. */
export function raisesThatFit(view: PlanView, raises: readonly Raise[]): ReadonlySet<Raise> {
  const byDatabase = groupBy(raises, ({ pool }) => view.databaseOf(pool));
  const fitting = new Set<Raise>();
  for (const [database, group] of byDatabase) {
    const together = works(view, database, group);
    for (const raise of group) {
      if (together || (group.length > 1 && group.length <= alone && works(view, database, [raise]))) fitting.add(raise);
    }
  }
  return fitting;
}

function works(view: PlanView, database: string, raises: readonly Raise[]): boolean {
  const sizes = new Map(raises.map(({ service, pool, size }) => [poolPath(service, pool.name), size]));
  const larger = changeEvery({
    service: ({ name, pools }) => ({
      pools: pools.map((pool) => ({ ...pool, size: sizes.get(poolPath(name, pool.name)) ?? pool.size })),
    }),
  });
  const outcome = tryOut(view, database, larger);
  return [outcome.database, ...outcome.poolers].every(fits);
}
