import type { LimitedBasins } from '../network/routes.ts';
import { type Position, roomIn } from './deploy-position.ts';

/** What a candidate adds at the most. */
interface Gain<C> {
  readonly candidate: C;
  readonly connections: number;
}

/** Sinks that pass on together, and what candidates add there. */
interface Group<C> {
  readonly sinks: number;
  readonly carried: number;
  readonly gains: readonly Gain<C>[];
}

/**
 * An upper bound on what the position can lead to, and the picks that look best: every limit, from the inside out, fills
 * up with the largest loads first. The optimum itself while each candidate feeds one sink and limits are nested; a limit
 * that crosses an earlier one is left out.
 */
export function fill<C>(
  { limits }: LimitedBasins,
  { carried, open, slots }: Position<C>,
): { bound: number; picks: C[] } {
  const gains: Gain<C>[][] = Array.from(carried, () => []);
  const spread: Gain<C>[] = [];
  for (const { candidate, loads } of open) {
    const [first, second] = loads;
    const connections = loads.reduce((sum, load) => sum + load.connections, 0);
    if (first && !second) gains[first.sink]?.push({ candidate, connections });
    else spread.push({ candidate, connections });
  }
  const groupOf = gains.map((each, sink): Group<C> => ({ sinks: 1, carried: carried[sink] as number, gains: each }));
  for (const { sinks, connections } of limits) {
    const groups = [...new Set(sinks.map((sink) => groupOf[sink] as Group<C>))];
    if (groups.reduce((sum, group) => sum + group.sinks, 0) > sinks.length) continue;
    const group = limited(groups, sinks.length, connections);
    for (const sink of sinks) groupOf[sink] = group;
  }
  const groups = [...new Set(groupOf)];
  const largest = [...spread, ...groups.flatMap((group) => group.gains)].sort(bySize).slice(0, slots);
  return {
    bound: groups.reduce((sum, group) => sum + group.carried, sumOf(largest)),
    picks: largest.map(({ candidate }) => candidate),
  };
}

/** The groups as one that passes on no more than `limit`. */
function limited<C>(groups: readonly Group<C>[], sinks: number, limit: number): Group<C> {
  const carried = Math.min(
    limit,
    groups.reduce((sum, group) => sum + group.carried, 0),
  );
  const gains = groups.flatMap((group) => group.gains);
  return { sinks, carried, gains: capped(gains, roomIn(limit, carried)) };
}

/** The gains, largest first, that fit into `room`; the last one that fits only in part is cut. */
function capped<C>(gains: readonly Gain<C>[], room: number): Gain<C>[] {
  let left = room;
  return gains.toSorted(bySize).map(({ candidate, connections }) => {
    const part = Math.min(connections, left);
    left = roomIn(left, part);
    return { candidate, connections: part };
  });
}

const bySize = (a: Gain<unknown>, b: Gain<unknown>) =>
  a.connections === b.connections ? 0 : b.connections > a.connections ? 1 : -1;

const sumOf = (gains: readonly Gain<unknown>[]) => gains.reduce((sum, { connections }) => sum + connections, 0);
