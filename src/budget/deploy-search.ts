/** Connections that go to one sink: the database itself, or the pool of a (user, database) pair. */
export interface Load {
  readonly sink: number;
  readonly connections: number;
}

/** A service that may deploy, and what that adds to each sink; at most one load a sink, all above 0. */
export interface Candidate {
  readonly loads: readonly Load[];
}

/** Where connections end up. Every sink belongs to one basin (the database itself, or a pooler), whose limits may absorb what its sinks carry. */
export interface Basins {
  readonly count: number;
  readonly basinOf: (sink: number) => number;
  /** The most a sink can pass on, whatever it carries; Infinity without a bound. */
  readonly sinkLimit: (sink: number) => number;
  /** The least a sink passes on once it carries anything. */
  readonly opening: (sink: number) => number;
  /** Connections on the database by way of a basin when its sinks carry `amounts`. Grows by no more than they pass on. */
  readonly passed: (basin: number, amounts: Float64Array) => number;
}

/** The best choice of candidates: their indexes in ascending order, and the connections with them. */
export interface Found {
  readonly chosen: readonly number[];
  readonly connections: number;
}

interface Gain {
  readonly candidate: number;
  readonly connections: number;
}

/**
 * Chooses at most `slots` candidates so that the connections on the database are the most possible, given what the
 * sinks already carry. Exact: branch and bound. The bound lets every sink and basin fill up with the largest loads
 * first, which is the optimum itself while each candidate feeds one sink and limits are nested; only candidates that
 * feed several sinks, or limits that cross (per user and per database), make it branch at all. A candidate that makes no
 * difference is not chosen.
 */
export function bestDeploys(
  basins: Basins,
  amounts: Float64Array,
  candidates: readonly Candidate[],
  slots: number,
): Found {
  const order = candidates.map((_, index) => index).sort((a, b) => size(candidates[b]) - size(candidates[a]) || a - b);
  let best: Found = { chosen: [], connections: connectionsWith(basins, amounts, []) };
  const offer = (chosen: readonly number[]) => {
    const connections = connectionsWith(
      basins,
      amounts,
      chosen.map((index) => candidates[index] as Candidate),
    );
    if (connections > best.connections) best = { chosen: [...chosen].sort((a, b) => a - b), connections };
  };
  if (candidates.length === 0) return best;
  const search = (chosen: readonly number[], open: readonly number[]) => {
    const carried = withLoads(
      amounts,
      chosen.map((index) => candidates[index] as Candidate),
    );
    const left = slots - chosen.length;
    if (open.length <= left) {
      offer([...chosen, ...open]);
      return;
    }
    if (left === 0) {
      offer(chosen);
      return;
    }
    const { bound, picks } = promise(basins, carried, candidates, open, left);
    offer([...chosen, ...picks]);
    if (bound <= best.connections) return;
    const [next, ...rest] = open as [number, ...number[]];
    search([...chosen, next], rest);
    search(
      chosen,
      rest.filter((index) => !alike(candidates[index], candidates[next])),
    );
  };
  search([], order);
  const chosen = best.chosen.reduceRight<readonly number[]>((kept, index) => {
    const others = kept.filter((other) => other !== index);
    const connections = connectionsWith(
      basins,
      amounts,
      others.map((other) => candidates[other] as Candidate),
    );
    return connections === best.connections ? others : kept;
  }, best.chosen);
  return { ...best, chosen };
}

/** An upper bound on what `slots` of the open candidates can lead to, and the picks that look best. */
function promise(
  basins: Basins,
  carried: Float64Array,
  candidates: readonly Candidate[],
  open: readonly number[],
  slots: number,
): { bound: number; picks: number[] } {
  const loadsOf = (candidate: number) => candidates[candidate]?.loads ?? [];
  const full = withLoads(
    carried,
    open.map((index) => candidates[index] as Candidate),
  );
  const together: Gain[] = fill(
    basins,
    carried,
    open
      .filter((candidate) => loadsOf(candidate).length > 1)
      .map((candidate) => ({ candidate, loads: loadsOf(candidate) })),
  );
  let [now, rooms, apart] = [0, 0, 0];
  for (let basin = 0; basin < basins.count; basin += 1) {
    const passed = basins.passed(basin, carried);
    const room = difference(basins.passed(basin, full), passed);
    const parts = open
      .map((candidate) => ({
        candidate,
        loads: loadsOf(candidate).filter(({ sink }) => basins.basinOf(sink) === basin),
      }))
      .filter(({ loads }) => loads.length > 0);
    const only = parts.filter(({ candidate }) => loadsOf(candidate).length === 1);
    together.push(...capped(fill(basins, carried, only), room));
    apart += sum(
      capped(fill(basins, carried, parts), room)
        .slice(0, slots)
        .map(worth),
    );
    now += passed;
    rooms += room;
  }
  const picks = together.sort(bySize).slice(0, slots);
  return {
    bound: now + Math.min(sum(picks.map(worth)), apart, rooms),
    picks: picks.map(({ candidate }) => candidate),
  };
}

/** What each candidate adds at the most: the largest fill a sink first, one with several loads counts each by itself. */
function fill(basins: Basins, carried: Float64Array, parts: readonly (Candidate & { candidate: number })[]): Gain[] {
  const bySink = new Map<number, Gain[]>();
  const gains: Gain[] = [];
  const add = ({ sink, connections }: Load) =>
    carried[sink] === 0 ? Math.max(connections, basins.opening(sink)) : connections;
  const room = (sink: number) => Math.max(0, difference(basins.sinkLimit(sink), carried[sink] as number));
  for (const { candidate, loads } of parts) {
    const [first, second] = loads;
    if (first && !second) {
      const gain = { candidate, connections: add(first) };
      const others = bySink.get(first.sink);
      if (others) others.push(gain);
      else bySink.set(first.sink, [gain]);
    } else {
      gains.push({ candidate, connections: sum(loads.map((load) => Math.min(add(load), room(load.sink)))) });
    }
  }
  for (const [sink, alone] of bySink) gains.push(...capped(alone, room(sink)));
  return gains;
}

/** The gains, largest first, that fit into `room`; the last one that fits only in part is cut. */
function capped(gains: readonly Gain[], room: number): Gain[] {
  let left = room;
  return [...gains].sort(bySize).map(({ candidate, connections }) => {
    const part = Math.min(connections, left);
    left = difference(left, part);
    return { candidate, connections: part };
  });
}

/** a - b, where nothing can be added to what is unbounded already. */
const difference = (a: number, b: number) => (a === b ? 0 : a - b);

const worth = ({ connections }: Gain) => connections;
const bySize = (a: Gain, b: Gain) =>
  a.connections === b.connections ? a.candidate - b.candidate : b.connections > a.connections ? 1 : -1;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const size = (candidate: Candidate | undefined) =>
  Math.min(Number.MAX_VALUE, sum(candidate?.loads.map((load) => load.connections) ?? []));

function alike(a: Candidate | undefined, b: Candidate | undefined): boolean {
  if (!a || !b || a.loads.length !== b.loads.length) return false;
  return a.loads.every(({ sink, connections }, index) => {
    const other = b.loads[index];
    return other?.sink === sink && other.connections === connections;
  });
}

function withLoads(amounts: Float64Array, candidates: readonly Candidate[]): Float64Array {
  const result = Float64Array.from(amounts);
  for (const { loads } of candidates) {
    for (const { sink, connections } of loads) result[sink] = (result[sink] as number) + connections;
  }
  return result;
}

function connectionsWith(basins: Basins, amounts: Float64Array, candidates: readonly Candidate[]): number {
  return passedOn(basins, withLoads(amounts, candidates));
}

/** Connections on the database when the sinks carry `amounts`. */
export function passedOn(basins: Basins, amounts: Float64Array): number {
  let connections = 0;
  for (let basin = 0; basin < basins.count; basin += 1) connections += basins.passed(basin, amounts);
  return connections;
}
