import { worstCases } from '../../budget/index.ts';
import { ceilOf } from '../../budget/ratio.ts';
import type { Database, Policy, Topology } from '../../topology/types.ts';
import type { PartSizes } from '../advice/part.ts';
import { neededOf } from '../in-use/needed.ts';
import { keeps } from '../limits/index.ts';
import type { SizingProblem } from '../limits/problem.ts';
import type { Limit } from '../limits/types.ts';
import type { Needed, WayOut } from '../types.ts';
import { fewerNodes } from './fewer-nodes.ts';

/** What would make a database fit that not even the smallest sizes make fit. `after` is its part with the decided sizes. */
export function wayOutOf({ problem, limits }: Pick<PartSizes, 'problem' | 'limits'>, after: Topology): WayOut {
  const { database } = problem.network;
  const own = limits.filter(({ holder }) => holder === database.name);
  const lowest = problem.pools.map((pool) => pool.lowest);
  const over = own.map((limit) => limit.connections(lowest) - limit.room);
  const worst = own[over.indexOf(Math.max(...over))] as Limit;
  const [needed = []] = neededOf(after, worstCases(after));
  const maxConnections = greatest(needed.map((need) => smallestMaximum(database, after.policy, need)));
  return {
    database: database.name,
    scenario: worst.scenario.name,
    maxConnections,
    memoryBytes: maxConnections === null ? null : maxConnections * database.backendMemoryBytes,
    // Fewer nodes have the same traffic.
    fewerNodes: own.every(({ probability }) => probability === undefined) ? fewerNodes(problem, own) : null,
    ...pooled(problem, own),
  };
}

/** The greatest of some numbers that are not negative; null where one is missing. */
export const greatest = (numbers: readonly (number | null)[]): number | null =>
  numbers.some((each) => each === null) ? null : Math.max(0, ...numbers.map(Number));

/**
 * The smallest `max_connections` of which a worst case leaves the policy's headroom free, or that can give what is in use
 * but for a probability, and so many connections more at least (`free`); null if none does.
 */
export function smallestMaximum(
  database: Database,
  { headroom, overcommit }: Policy,
  { connections, probability }: Pick<Needed, 'connections' | 'probability'>,
  free = 0,
): number | null {
  if (connections === Infinity) return null;
  const { superuserReserved, reserved, providerReserved } = database;
  const allReserved = superuserReserved + reserved + providerReserved;
  if (probability !== null) return connections + free + allReserved;
  const kept: Policy['headroom'] = {
    numerator: headroom.denominator,
    denominator: headroom.denominator - headroom.numerator,
  };
  if (kept.denominator <= 0) return null;
  const allowed = Math.max(connections + free, ceilOf(connections, kept));
  const usable = ceilOf(allowed, { numerator: overcommit.denominator, denominator: overcommit.numerator });
  return usable + allReserved;
}

/**
 * One transaction-mode pool in front of all pools that go straight to the database. It has what everything else leaves
 * free at its most: extras, which need a connection of their own (to listen, to hold a lock), and existing poolers as
 * they are today.
 */
function pooled({ pools, network }: SizingProblem, limits: readonly Limit[]) {
  const today = pools.map(({ current }) => current);
  const without = pools.map(({ pool, current }) => (pool.to === network.database.name ? 0 : current));
  const broken = limits.filter((limit) => !keeps(limit, today));
  const opened = ({ worst, connections }: Limit, sizes: readonly number[]) => (worst ?? connections)(sizes);
  const size = Math.min(...broken.map((limit) => limit.room - opened(limit, without)));
  const replaced = Math.max(...broken.map((limit) => opened(limit, today) - opened(limit, without)));
  return size >= 1 && replaced > 0
    ? { poolerSize: size, poolerReplaces: replaced }
    : { poolerSize: null, poolerReplaces: null };
}
