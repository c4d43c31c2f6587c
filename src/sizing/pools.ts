import { poolPath } from '../topology/pools.ts';
import type { Pool, Ratio, Service, Topology } from '../topology/types.ts';
import { keepingUp } from './traffic/workload.ts';

/** A pool whose size can be chosen, and between which bounds. Sizes are what one process opens at most: size + overflow. */
export interface Sizable {
  /** Where it stands in the file. */
  readonly on: string;
  readonly service: Service;
  readonly pool: Pool;
  /** Infinity where nothing bounds it today. */
  readonly current: number;
  /** What it is to have as long as everything fits. */
  readonly wanted: number;
  readonly lowest: number;
  /** Infinity where neither today's size nor `max_pool` bounds it. */
  readonly highest: number;
}

/**
 * Every pool, in file order: as large as wanted, which is what traffic needs, else as today, within what threads can use
 * (threads x held) and `max_pool`; never below what lets one of its threads always finish (threads x (held - 1) + 1), below
 * what keeps up with its traffic, or below `min_pool`. A pool of 0 is none: without a target it stays so. `needs`:
 * connections by path.
 */
export function advisedPools({ services }: Topology, needs: ReadonlyMap<string, number>): Sizable[] {
  return services.flatMap((service) =>
    service.pools.map((pool) => {
      const on = poolPath(service.name, pool.name);
      const current = pool.size + pool.overflow;
      const need = needs.get(on);
      if (need === undefined && current === 0) return { on, service, pool, current, wanted: 0, lowest: 0, highest: 0 };
      const usable = service.threads === null ? Infinity : service.threads * pool.held;
      const most = Math.min(usable, service.maxPool ?? Infinity);
      const least = Math.max(1, service.minPool, unlocked(service, pool), Math.min(keepingUp(service), most));
      const lowest = Math.min(least, usable);
      const highest = Math.max(lowest, Math.min(need ?? current, most));
      return { on, service, pool, current, wanted: highest, lowest, highest };
    }),
  );
}

/** Fewest connections with which threads that each hold several can not all wait for another; 0 where they hold one. */
const unlocked = ({ threads }: Service, { held }: Pool): number => (held > 1 ? (threads ?? 1) * (held - 1) + 1 : 0);

/**
 * What one connection counts for each weight, whole: a pool of twice the weight counts half. Exact as long as the numbers
 * that the weights have in common stay below 2^32, else rounded at that precision.
 */
export function stepsOf(weights: readonly Ratio[]): number[] {
  const precision = 2 ** 32;
  const common = weights.reduce((all, { denominator }) => leastCommonMultiple(all, denominator), 1);
  const whole = weights.map(({ numerator, denominator }) => numerator * (common / denominator));
  const scale = [...new Set(whole)].reduce(leastCommonMultiple, 1);
  if (scale <= precision) return whole.map((weight) => scale / weight);
  const heaviest = Math.max(...whole);
  return whole.map((weight) => Math.round((heaviest / weight) * 2 ** 16));
}

const leastCommonMultiple = (a: number, b: number): number => (a / greatestCommonDivisor(a, b)) * b;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
