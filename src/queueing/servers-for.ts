import { loadOf } from './load.ts';
import type { Workload } from './types.ts';
import { waitBeyond } from './wait.ts';

/**
 * The smallest number of servers, at least 1, with which the wait at a percentile (above 0 to 100) is at most so many
 * seconds (0 or more). Infinity where none is: nobody can promise a bound to all of them (percentile 100).
 *
 * Where cv is not 1 the wait is an approximation (see delay.ts): with the servers that should let 1% wait longer, up to
 * 1.1% did in simulations with cv from 0 to 2 and up to 50 servers in use.
 *
 * With more servers nobody waits longer, so this looks from the load upwards in growing strides, then between the last two.
 */
export function serversFor(workload: Workload, targetWait: number, percentile: number): number {
  const load = loadOf(workload);
  if (load === 0) return 1;
  if (!(load < Infinity && targetWait >= 0 && percentile < 100)) return Infinity;
  const longer = (100 - percentile) / 100;
  const enough = (servers: number) => waitBeyond({ ...workload, servers }, targetWait) <= longer;
  let few = Math.floor(load);
  let stride = 1;
  while (!enough(few + stride)) {
    few += stride;
    stride *= 2;
  }
  let many = few + stride;
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (enough(middle)) many = middle;
    else few = middle;
  }
  return many;
}
