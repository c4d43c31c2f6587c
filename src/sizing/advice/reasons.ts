import type { Sizable } from '../pools.ts';
import { boundOf } from '../reasons.ts';
import type { Shared } from '../traffic/streams.ts';
import type { PoolTraffic } from '../types.ts';

/**
 * What keeps a pool from being larger, in words that are worked out when asked for; `infeasible`: the limit that no sizes
 * fit, so that it has to grow.
 */
export type SizeLimit = (() => string) | { readonly infeasible: string };

/** Why a pool gets a size. `limit` tells what keeps it from being larger, where something was tried. */
export function adviceReason(
  pool: Sizable,
  size: number,
  traffic: PoolTraffic | null,
  limit: SizeLimit | null,
): string {
  if (traffic !== null && traffic.needs !== null) {
    const { shortBy } = traffic;
    if (shortBy === 'budget') return `${trafficWords(traffic, size)}; ${typeof limit === 'function' ? limit() : ''}`;
    const own = size === traffic.needs ? '' : `; ${boundOf(pool, size)}`;
    return `${trafficWords(traffic, size)}${own}`;
  }
  if (limit !== null && typeof limit === 'object') return `no sizes fit ${limit.infeasible} as it is`;
  const { service, current, highest } = pool;
  if (size === current && size === highest) {
    if (size === 0) return 'the service has no pool';
    if (size === Infinity) return 'nothing limits the pool or the database';
    const threads = service.threads === null ? null : service.threads * pool.pool.held;
    return threads === size ? `its ${service.threads} threads use no more` : 'fits every scenario';
  }
  return size === highest || limit === null ? boundOf(pool, size) : limit();
}

function trafficWords(traffic: PoolTraffic, size: number): string {
  const { rate, hold, load, needs } = traffic;
  const work = `${decimal(rate)}/s x ${duration(hold)} keep ${decimal(load)} in use in a process`;
  return `${work}; ${waitWords({ ...traffic, needs: needs as number, targetWait: traffic.targetWait as number }, size)}`;
}

/** What shared connections are for, and how long one waits for them. */
export function sharedWords({ rate, load, servers, waitWith, ...goal }: Shared, size: number): string {
  const work = `${decimal(rate)}/s keep ${decimal(load)} in use in a process`;
  return `${work}; ${waitWords({ ...goal, needs: servers, wait: waitWith(size) }, size)}`;
}

interface WaitGoal {
  readonly wait: number;
  readonly percentile: number;
  readonly targetWait: number;
  readonly needs: number;
}

function waitWords({ wait, percentile, targetWait, needs }: WaitGoal, size: number): string {
  const some = wait === 0 ? `${percentile}% need not wait` : `p${percentile} waits ${duration(wait)}`;
  const waits = wait === Infinity ? 'the queue grows without end' : some;
  const enough = size < needs ? `${size} are ${needs - size} short of the ${needs} it needs:` : `with ${size},`;
  return `${enough} ${waits} (target ${duration(targetWait)})`;
}

const decimal = (value: number): string => String(Number(value.toPrecision(value < 100 ? 2 : 3)));

/** Seconds in a unit that keeps them readable, to three digits: `3.1ms`, `2s`. */
function duration(seconds: number): string {
  return seconds < 1 ? `${Number((seconds * 1000).toPrecision(3))}ms` : `${Number(seconds.toPrecision(3))}s`;
}
