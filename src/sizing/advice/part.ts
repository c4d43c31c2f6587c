import type { Topology } from '../../topology/types.ts';
import { keeps } from '../limits/index.ts';
import { allLimitsOf } from '../limits/named.ts';
import { type SizingProblem, sizingProblemOf } from '../limits/problem.ts';
import type { Limit } from '../limits/types.ts';
import type { Sizable } from '../pools.ts';
import { canAcceptMore, withPoolers } from './pooler-settings.ts';
import type { SizeLimit } from './reasons.ts';
import { sizesFor } from './shared-sizes.ts';

/** What was decided around one database. */
export interface PartSizes {
  readonly database: string;
  /** By the pool's path. */
  readonly sizes: ReadonlyMap<string, { readonly size: number; readonly limit: SizeLimit }>;
  /** True when not even the smallest sizes keep the database's headroom: then it is the server that has to change. */
  readonly infeasible: boolean;
  readonly problem: SizingProblem;
  /** All that sizes had to keep, also what none keep. */
  readonly limits: readonly Limit[];
}

/**
 * The fairest sizes around the one database of a topology, of its `pools` in file order: what traffic
 * `needs` comes first where it fits. Where not even the smallest sizes keep its headroom, pools get
 * what they want, and those that nothing bounds their smallest size: then it is the server that has to change. So it
 * is with a pooler that even the smallest sizes overrun, as far as it has a limit to set.
 */
export function sizesOfPart(part: Topology, pools: readonly Sizable[], needs: ReadonlyMap<string, number>): PartSizes {
  const whole = sizingProblemOf(part, pools);
  const { database } = whole.network;
  const limits = allLimitsOf(whole);
  const lowest = pools.map((pool) => pool.lowest);
  const infeasible = new Set(limits.filter((limit) => !keeps(limit, lowest)).map(({ holder }) => holder));
  const overrun = new Map(
    part.poolers
      .filter(
        (pooler) => infeasible.has(pooler.name) && pooler.maxClientConn !== Infinity && canAcceptMore(part, pooler),
      )
      .map(({ name }) => [name, { maxClientConn: Infinity }]),
  );
  if (overrun.size > 0) {
    const finite = pools.map((pool) => (overrun.has(pool.pool.to) ? bounded(pool) : pool));
    return sizesOfPart(withPoolers(part, overrun), finite, needs);
  }
  const problem: SizingProblem = infeasible.has(database.name) ? { ...whole, pools: pools.map(bounded) } : whole;
  const open = limits.filter(({ holder }) => !infeasible.has(holder));
  const { sizes, reasonFor } = demandFirst(problem, open, ({ on }) => needs.has(on));
  const lost = limits.filter(
    ({ holder, only }) => infeasible.has(holder) && (only !== undefined || holder === database.name),
  );
  const lostTo = (index: number) => {
    const limit = lost.find(({ costs }) => costs.has(index));
    if (limit === undefined) return null;
    return {
      infeasible: limit.only ? `the CONNECTION LIMIT of ${limit.holder}` : `max_connections of ${limit.holder}`,
    };
  };
  return {
    database: database.name,
    sizes: new Map(
      pools.map(({ on }, index) => [
        on,
        { size: sizes[index] as number, limit: lostTo(index) ?? (() => reasonFor(index)) },
      ]),
    ),
    infeasible: infeasible.has(database.name),
    problem,
    limits,
  };
}

/**
 * Where all that traffic needs fits while the other pools have their smallest sizes, it is met, and the others share what
 * it leaves; else all share.
 */
function demandFirst(problem: SizingProblem, limits: readonly Limit[], demands: (pool: Sizable) => boolean) {
  const { pools } = problem;
  const met = pools.map((pool) => (demands(pool) ? pool.wanted : pool.lowest));
  const isMixed = pools.some(demands) && !pools.every(demands);
  if (!isMixed || !limits.every((limit) => keeps(limit, met))) return sizesFor(problem, limits);
  const fixed = pools.map((pool) => (demands(pool) ? { ...pool, lowest: pool.wanted } : pool));
  return sizesFor({ ...problem, pools: fixed }, limits);
}

const bounded = (pool: Sizable): Sizable =>
  pool.highest === Infinity ? { ...pool, wanted: pool.lowest, highest: pool.lowest } : pool;
