import type { Pooler, Topology } from '../topology/types.ts';
import { type Ground, groundOf } from './ground.ts';
import { keeps, type Limit, limitsOf, othersOf } from './limits.ts';
import { withPoolers } from './pooler-settings.ts';
import type { Sizable } from './pools.ts';
import { sizesFor } from './recommendations.ts';

/** What was decided around one database. */
export interface PartSizes {
  readonly database: string;
  /** By the pool's path; `reason`: what keeps it from being larger, worked out when asked for. */
  readonly sizes: ReadonlyMap<string, { readonly size: number; readonly reason: () => string }>;
  /** True when not even the smallest sizes keep the database's headroom. */
  readonly hopeless: boolean;
  /** The most connections of any scenario if every pool had what it wants, other clients included. */
  readonly wanted: number;
}

/**
 * The fairest sizes around the one database of a topology, of its `pools` in file order. Where not even the smallest sizes keep its headroom, pools get
 * what they want, and those that nothing bounds their smallest size: then it is the server that has to change. So it
 * is with a pooler that even the smallest sizes overrun, as far as it has a limit to set.
 */
export function sizesOfPart(part: Topology, pools: readonly Sizable[]): PartSizes {
  const whole = groundOf(part, pools);
  const { database } = whole.site;
  const limits = limitsOf(whole);
  const lowest = pools.map((pool) => pool.lowest);
  const hopeless = new Set(limits.filter((limit) => !keeps(limit, lowest)).map(({ holder }) => holder));
  const overrun = new Map(
    part.poolers
      .filter((pooler) => hopeless.has(pooler.name) && canAcceptMore(pooler))
      .map(({ name }) => [name, { maxClientConn: Infinity }]),
  );
  if (overrun.size > 0) {
    const finite = pools.map((pool) => (overrun.has(pool.pool.to) ? bounded(pool) : pool));
    return sizesOfPart(withPoolers(part, overrun), finite);
  }
  const ground: Ground = hopeless.has(database.name) ? { ...whole, pools: pools.map(bounded) } : whole;
  const open = limits.filter(({ holder }) => !hopeless.has(holder));
  const { sizes, reasonFor } = sizesFor(ground, open);
  return {
    database: database.name,
    sizes: new Map(
      pools.map(({ on }, index) => [on, { size: sizes[index] as number, reason: () => reasonFor(index) }]),
    ),
    hopeless: hopeless.has(database.name),
    wanted: mostAt(limits, database.name, ground) + othersOf(database),
  };
}

/** A pooler without nodes accepts nobody, whatever its limit. */
const canAcceptMore = ({ maxClientConn, settings }: Pooler) =>
  settings.client_limit !== undefined && maxClientConn !== Infinity;

const bounded = (pool: Sizable): Sizable =>
  pool.highest === Infinity ? { ...pool, wanted: pool.lowest, highest: pool.lowest } : pool;

function mostAt(limits: readonly Limit[], database: string, { pools }: Ground): number {
  const wanted = pools.map((pool) => pool.wanted);
  const own = limits.filter(({ holder }) => holder === database);
  return Math.max(0, ...own.map((limit) => limit.connections(wanted)));
}
