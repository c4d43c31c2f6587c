import { loadOf } from '../../queueing/load.ts';
import type { Workload } from '../../queueing/types.ts';
import { waitAt } from '../../queueing/wait.ts';
import type { Service } from '../../topology/types.ts';
import { connectionsFor } from './workload.ts';

/** The traffic of one pool, over the whole service, with a target. Times in seconds. */
export interface Stream extends Workload {
  readonly targetWait: number;
  readonly percentile: number;
}

/** What several streams need of the connections they share. */
export interface Shared {
  readonly rate: number;
  readonly load: number;
  /** The smallest number of connections with which each stream meets its target. */
  readonly servers: number;
  /** The stream that asks for the most, which decides; its wait with so many. */
  readonly percentile: number;
  readonly targetWait: number;
  readonly waitWith: (servers: number) => number;
}

/** The stream that each pool of a service has; null without traffic, a target or nodes. */
export function streamOf({ traffic, nodes }: Service): Stream | null {
  if (traffic === null || traffic.targetWait === null || nodes === 0) return null;
  const { rate, hold, cv, targetWait, percentile } = traffic;
  return { rate, hold, cv, targetWait, percentile };
}

/**
 * What streams (one or more) need of connections that they share, first come first served; each of `parts` alike sets of
 * connections serves as large a part of all of them.
 */
export function shared(streams: readonly Stream[], parts = 1): Shared {
  const workload = together(streams, parts);
  const needs = streams.map(({ targetWait, percentile }) => connectionsFor(workload, targetWait, percentile));
  const servers = Math.max(...needs);
  const { targetWait, percentile } = streams[needs.indexOf(servers)] as Stream;
  const waitWith = (count: number) => (count === 0 ? Infinity : waitAt({ ...workload, servers: count }, percentile));
  return { rate: workload.rate, load: loadOf(workload), servers, percentile, targetWait, waitWith };
}

/** Streams as one: rates add up, and a hold is that of a stream as often as its checkouts are. */
function together(streams: readonly Stream[], parts: number): Workload {
  const rate = streams.reduce((sum, each) => sum + each.rate, 0);
  if (rate === 0) return { rate, hold: 0, cv: 1 };
  const mean = (of: (stream: Stream) => number) =>
    streams.reduce((sum, each) => sum + (each.rate / rate) * of(each), 0);
  const hold = mean((each) => each.hold);
  const square = mean((each) => each.hold ** 2 * (1 + each.cv ** 2));
  return { rate: rate / parts, hold, cv: hold === 0 ? 1 : Math.sqrt(Math.max(0, square / hold ** 2 - 1)) };
}
