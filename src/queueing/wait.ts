/**
 * Waits of arrivals, first come first served: a share of them waits (Erlang C), and for how long says `delay.ts`. Exact where
 * the coefficient of variation of the hold is 1; where it is not, the share is that of M/M/c all the same, up to an eighth
 * too high for constant times and a tenth too low for cv 2. The tests of this file hold all of that against simulations,
 * with a number for each case.
 */

import { delayedBeyond, meanDelay } from './delay.ts';
import { erlangC } from './erlang.ts';
import { loadOf } from './load.ts';
import type { System } from './types.ts';

/** The mean wait of all arrivals in seconds, those that need not wait included; Infinity where the load is at least the servers. */
export function meanWait(system: System): number {
  const waiting = shareWaiting(system);
  return waiting === 0 ? 0 : waiting * meanDelay(system);
}

/** The share of arrivals that wait longer than so many seconds (0 or more), 0 to 1; 1 where the load is at least the servers. */
export function waitBeyond(system: System, seconds: number): number {
  const waiting = shareWaiting(system);
  return waiting === 0 ? 0 : waiting * delayedBeyond(system, seconds);
}

/**
 * The wait in seconds that a percentage of arrivals (`percentile`, above 0 to 100) does not exceed: 0 where that many
 * need not wait, Infinity where the load is at least the servers.
 */
export function waitAt(system: System, percentile: number): number {
  const waiting = shareWaiting(system);
  const longer = (100 - percentile) / 100;
  if (waiting <= longer) return 0;
  const mean = meanDelay(system);
  if (system.cv === 1 || mean === Infinity || longer === 0) return mean * Math.log(waiting / longer);
  const isShort = (seconds: number) => waiting * delayedBeyond(system, seconds) > longer;
  let [low, high] = [0, mean];
  while (isShort(high)) [low, high] = [high, 2 * high];
  while (high - low > precision * high) {
    const middle = (low + high) / 2;
    if (isShort(middle)) low = middle;
    else high = middle;
  }
  return high;
}

const precision = 1e-14;

const shareWaiting = (system: System) => erlangC(system.servers, loadOf(system));
