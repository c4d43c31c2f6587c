import type { Pooler, Topology } from '../topology/types.ts';
import { type Ground, groundOf } from './ground.ts';
import { keeps } from './limits.ts';
import { allLimitsOf } from './named-limits.ts';
import { withPoolers } from './pooler-settings.ts';
import type { Sizable } from './pools.ts';
import { sizesFor } from './recommendations.ts';

/**
 * What keeps a pool from being larger, in words that are worked out when asked for; `hopeless`: the limit that no sizes
 * fit, so that it has to grow.
 */
export type SizeLimit = (() => string) | { readonly hopeless: string };

/** What was decided around one database. */
export interface PartSizes {
  readonly database: string;
  /** By the pool's path. */
  readonly sizes: ReadonlyMap<string, { readonly size: number; readonly limit: SizeLimit }>;
  /** True when not even the smallest sizes keep the database's headroom. */
  readonly hopeless: boolean;
}

/**
 * The fairest sizes around the one database of a topology, of its `pools` in file order. Where not even the smallest sizes keep its headroom, pools get
 * what they want, and those that nothing bounds their smallest size: then it is the server that has to change. So it
 * is with a pooler that even the smallest sizes overrun, as far as it has a limit to set.
 */
export function sizesOfPart(part: Topology, pools: readonly Sizable[]): PartSizes {
  const whole = groundOf(part, pools);
  const { database } = whole.site;
  const limits = allLimitsOf(whole);
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
  const { sizes, reasonFor } = sizesFor(ground, open, allLimitsOf);
  const lost = limits.filter(
    ({ holder, only }) => hopeless.has(holder) && (only !== undefined || holder === database.name),
  );
  const lostTo = (index: number) => {
    const limit = lost.find(({ costs }) => costs.has(index));
    if (limit === undefined) return null;
    return { hopeless: limit.only ? `the CONNECTION LIMIT of ${limit.holder}` : `max_connections of ${limit.holder}` };
  };
  return {
    database: database.name,
    sizes: new Map(
      pools.map(({ on }, index) => [
        on,
        { size: sizes[index] as number, limit: lostTo(index) ?? (() => reasonFor(index)) },
      ]),
    ),
    hopeless: hopeless.has(database.name),
  };
}

/** A pooler without nodes accepts nobody, whatever its limit. */
const canAcceptMore = ({ maxClientConn, settings }: Pooler) =>
  settings.client_limit !== undefined && maxClientConn !== Infinity;

const bounded = (pool: Sizable): Sizable =>
  pool.highest === Infinity ? { ...pool, wanted: pool.lowest, highest: pool.lowest } : pool;
