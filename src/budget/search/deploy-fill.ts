import type { LimitedRoutes } from '../network/routes.ts';
import { type Position, roomIn } from './deploy-position.ts';

/** What a candidate adds at the most. */
interface Gain<C> {
  readonly candidate: C;
  readonly connections: number;
}

/** Edges that pass on together, and what candidates add there. */
interface EdgeGroup<C> {
  readonly edges: number;
  readonly carried: number;
  readonly gains: readonly Gain<C>[];
}

/**
 * An upper bound on what the position can lead to, and the picks that look best: every limit, from the inside out, fills
 * up with the largest loads first. The optimum itself while each candidate feeds one edge and limits are nested; a limit
 * that crosses an earlier one is left out.
 */
export function fill<C>(
  { limits }: LimitedRoutes,
  { carried, open, slots }: Position<C>,
): { bound: number; picks: C[] } {
  const gains: Gain<C>[][] = Array.from(carried, () => []);
  const spread: Gain<C>[] = [];
  for (const { candidate, loads } of open) {
    const [first, second] = loads;
    const connections = loads.reduce((sum, load) => sum + load.connections, 0);
    if (first && !second) gains[first.edge]?.push({ candidate, connections });
    else spread.push({ candidate, connections });
  }
  const groupOf = gains.map(
    (each, edge): EdgeGroup<C> => ({ edges: 1, carried: carried[edge] as number, gains: each }),
  );
  for (const { edges, connections } of limits) {
    const groups = [...new Set(edges.map((edge) => groupOf[edge] as EdgeGroup<C>))];
    if (groups.reduce((sum, group) => sum + group.edges, 0) > edges.length) continue;
    const group = limited(groups, edges.length, connections);
    for (const edge of edges) groupOf[edge] = group;
  }
  const groups = [...new Set(groupOf)];
  const largest = [...spread, ...groups.flatMap((group) => group.gains)].sort(bySize).slice(0, slots);
  return {
    bound: groups.reduce((sum, group) => sum + group.carried, sumOf(largest)),
    picks: largest.map(({ candidate }) => candidate),
  };
}

/** The groups as one that passes on no more than `limit`. */
function limited<C>(groups: readonly EdgeGroup<C>[], edges: number, limit: number): EdgeGroup<C> {
  const carried = Math.min(
    limit,
    groups.reduce((sum, group) => sum + group.carried, 0),
  );
  const gains = groups.flatMap((group) => group.gains);
  return { edges, carried, gains: capped(gains, roomIn(limit, carried)) };
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
