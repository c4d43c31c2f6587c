import { addLoads, type Basins, type Load } from './basins.ts';

/** A service that may deploy, and what that adds to each sink; at most one load a sink, all above 0. */
export interface Candidate {
  readonly loads: readonly Load[];
}

/** What a candidate adds at the most. */
interface Gain<C> {
  readonly candidate: C;
  readonly connections: number;
}

/** What the sinks carry with some candidates deploying. */
export function withLoads(amounts: Float64Array, candidates: readonly Candidate[]): Float64Array {
  const result = Float64Array.from(amounts);
  for (const { loads } of candidates) addLoads(result, loads);
  return result;
}

/**
 * An upper bound on what `slots` of the candidates can lead to when the sinks carry `carried`, and the picks that look
 * best. Every sink and basin fills up with the largest loads first, which is the optimum itself while each candidate
 * feeds one sink and limits are nested; sinks behind a smallest cut of their pooler add nothing (weak duality).
 */
export function boundOf<C extends Candidate>(
  basins: Basins,
  carried: Float64Array,
  candidates: readonly C[],
  slots: number,
): { bound: number; picks: C[] } {
  const full = withLoads(carried, candidates);
  const growing = basins.growing(carried);
  const spread = candidates.filter(({ loads }) => loads.length > 1).map((candidate) => part(candidate, growing));
  const together = fill(basins, carried, spread);
  let [now, rooms, apart] = [0, 0, 0];
  for (let basin = 0; basin < basins.count; basin += 1) {
    const passed = basins.passed(basin, carried);
    const room = difference(basins.passed(basin, full), passed);
    const parts = candidates
      .map((candidate) => part(candidate, (sink) => growing(sink) && basins.basinOf(sink) === basin))
      .filter(({ loads }) => loads.length > 0);
    const whole = parts.filter(({ candidate }) => candidate.loads.length === 1);
    together.push(...capped(fill(basins, carried, whole), room));
    apart += sumOf(capped(fill(basins, carried, parts), room).slice(0, slots));
    now += passed;
    rooms += room;
  }
  const picks = together.sort(bySize).slice(0, slots);
  return { bound: now + Math.min(sumOf(picks), apart, rooms), picks: picks.map(({ candidate }) => candidate) };
}

/** A candidate with those of its loads that matter. */
interface Part<C> extends Candidate {
  readonly candidate: C;
}

const part = <C extends Candidate>(candidate: C, matters: (sink: number) => boolean): Part<C> => ({
  candidate,
  loads: candidate.loads.filter(({ sink }) => matters(sink)),
});

/** What each candidate adds at the most: the largest fill a sink first, one with several loads counts each by itself. */
function fill<C>(basins: Basins, carried: Float64Array, parts: readonly Part<C>[]): Gain<C>[] {
  const bySink = new Map<number, Gain<C>[]>();
  const gains: Gain<C>[] = [];
  const most = ({ sink, connections }: Load) =>
    carried[sink] === 0 ? Math.max(connections, basins.opening(sink)) : connections;
  const room = (sink: number) => Math.max(0, difference(basins.sinkLimit(sink), carried[sink] as number));
  for (const { candidate, loads } of parts) {
    const [first, second] = loads;
    if (first && !second) {
      const gain = { candidate, connections: most(first) };
      const others = bySink.get(first.sink);
      if (others) others.push(gain);
      else bySink.set(first.sink, [gain]);
    } else {
      const connections = loads.reduce((sum, load) => sum + Math.min(most(load), room(load.sink)), 0);
      gains.push({ candidate, connections });
    }
  }
  for (const [sink, alone] of bySink) gains.push(...capped(alone, room(sink)));
  return gains;
}

/** The gains, largest first, that fit into `room`; the last one that fits only in part is cut. */
function capped<C>(gains: readonly Gain<C>[], room: number): Gain<C>[] {
  let left = room;
  return gains.toSorted(bySize).map(({ candidate, connections }) => {
    const part = Math.min(connections, left);
    left = difference(left, part);
    return { candidate, connections: part };
  });
}

/** a - b, where nothing can be added to what is unbounded already. */
const difference = (a: number, b: number) => (a === b ? 0 : a - b);

const bySize = (a: Gain<unknown>, b: Gain<unknown>) =>
  a.connections === b.connections ? 0 : b.connections > a.connections ? 1 : -1;

const sumOf = (gains: readonly Gain<unknown>[]) => gains.reduce((sum, { connections }) => sum + connections, 0);
