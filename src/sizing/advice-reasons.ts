import type { Sizable } from './pools.ts';
import { boundOf } from './reasons.ts';
import type { PoolTraffic } from './types.ts';

/** Why a pool gets a size. `limit` tells what keeps it from being larger, where something was tried. */
export function adviceReason(
  pool: Sizable,
  size: number,
  traffic: PoolTraffic | null,
  limit: (() => string) | null,
): string {
  if (traffic !== null && traffic.needs !== null) {
    const { shortBy } = traffic;
    if (shortBy === 'budget') return `${trafficWords(traffic, size)}; ${limit?.()}`;
    const own = size === traffic.needs ? '' : `; ${boundOf(pool, size)}`;
    return `${trafficWords(traffic, size)}${own}`;
  }
  const { service, current, highest } = pool;
  if (size === current && size === highest) {
    if (size === 0) return 'the service has no pool';
    if (size === Infinity) return 'nothing limits the pool or the database';
    const threads = service.threads === null ? null : service.threads * pool.pool.held;
    return threads === size ? `its ${service.threads} threads use no more` : 'fits every scenario';
  }
  return size === highest || limit === null ? boundOf(pool, size) : limit();
}

function trafficWords({ rate, hold, load, wait, percentile, targetWait, needs }: PoolTraffic, size: number): string {
  const work = `${decimal(rate)}/s x ${duration(hold)} keep ${decimal(load)} in use in a process`;
  const target = `the target is ${duration(targetWait as number)}`;
  const waits = wait === Infinity ? 'the queue grows without end' : `p${percentile} wait ${duration(wait)}`;
  const missing = size < (needs as number) ? `${needs} would meet the target; ` : '';
  return `${work}; ${missing}with ${size} ${waits}, ${target}`;
}

const decimal = (value: number): string => String(Number(value.toPrecision(value < 100 ? 2 : 3)));

/** Seconds in a unit that keeps them readable, to three digits: `3.1ms`, `2s`. */
function duration(seconds: number): string {
  return seconds < 1 ? `${Number((seconds * 1000).toPrecision(3))}ms` : `${Number(seconds.toPrecision(3))}s`;
}
