import { ceilOf } from '../budget/ratio.ts';
import type { Database, Policy } from '../topology/types.ts';
import { fewerNodes } from './fewer-nodes.ts';
import type { Ground } from './ground.ts';
import { keeps, type Limit, othersOf } from './limits.ts';
import type { WayOut } from './types.ts';

/** What would make a database fit that not even the smallest sizes make fit; `limits` are all of its part. */
export function wayOutOf(ground: Ground, limits: readonly Limit[]): WayOut {
  const { database } = ground.site;
  const own = limits.filter(({ holder }) => holder === database.name);
  const current = ground.pools.map((pool) => pool.current);
  const lowest = ground.pools.map((pool) => pool.lowest);
  const over = own.map((limit) => limit.connections(lowest) - limit.room);
  const worst = own[over.indexOf(Math.max(...over))] as Limit;
  const most = Math.max(...own.map((limit) => limit.connections(current))) + othersOf(database);
  const maxConnections = most === Infinity ? null : smallestMaximum(database, ground.topology.policy, most);
  return {
    database: database.name,
    scenario: worst.scenario.name,
    maxConnections,
    memoryBytes: maxConnections === null ? null : maxConnections * database.backendMemoryBytes,
    fewerNodes: fewerNodes(ground, own),
    ...pooled(ground, own),
  };
}

/** The smallest `max_connections` of which so many connections leave the policy's headroom free; null if none does. */
export function smallestMaximum(
  { superuserReserved, reserved, providerReserved }: Database,
  { headroom, overcommit }: Policy,
  connections: number,
): number | null {
  const kept: Policy['headroom'] = {
    numerator: headroom.denominator,
    denominator: headroom.denominator - headroom.numerator,
  };
  if (kept.denominator <= 0) return null;
  const allowed = ceilOf(connections, kept);
  const usable = ceilOf(allowed, { numerator: overcommit.denominator, denominator: overcommit.numerator });
  return usable + superuserReserved + reserved + providerReserved;
}

/**
 * One transaction-mode pool in front of all pools that go straight to the database. It has what everything else leaves
 * free at its most: extras, which need a connection of their own (to listen, to hold a lock), and existing poolers as
 * they are today.
 */
function pooled({ pools, site }: Ground, limits: readonly Limit[]) {
  const today = pools.map(({ current }) => current);
  const without = pools.map(({ pool, current }) => (pool.to === site.database.name ? 0 : current));
  const broken = limits.filter((limit) => !keeps(limit, today));
  const size = Math.min(...broken.map((limit) => limit.room - limit.connections(without)));
  const replaced = Math.max(...broken.map((limit) => limit.connections(today) - limit.connections(without)));
  return size >= 1 && replaced > 0
    ? { poolerSize: size, poolerReplaces: replaced }
    : { poolerSize: null, poolerReplaces: null };
}
