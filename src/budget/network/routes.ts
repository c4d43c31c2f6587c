/** Connections that go to one sink: the database itself, or the pool of a (user, database) pair. */
export interface Load {
  readonly sink: number;
  readonly connections: number;
}

/** Sinks of one basin that together never pass on more. */
export interface Limit {
  readonly sinks: readonly number[];
  readonly connections: number;
}

/**
 * Where connections end up. Every sink belongs to one basin, the database itself or a pooler, whose limits may absorb
 * what its sinks carry.
 */
export interface Basins {
  readonly count: number;
  readonly basinOf: (sink: number) => number;
  /** Connections on the database by way of a basin when its sinks carry `amounts`. Grows by no more than they pass on. */
  readonly passed: (basin: number, amounts: Float64Array) => number;
}

/** Basins with what bounds them. */
export interface LimitedBasins extends Basins {
  /** Finite, inner ones first. Nothing passes on more than the most that they all allow, though it may be less. */
  readonly limits: readonly Limit[];
  /** The smallest of the limits of a sink; Infinity without one. */
  readonly sinkLimit: (sink: number) => number;
  /** The least a sink passes on once it carries anything. */
  readonly opening: (sink: number) => number;
}

/** Connections on the database when the sinks carry `amounts`. */
export function passedOn(basins: Basins, amounts: Float64Array): number {
  let connections = 0;
  for (let basin = 0; basin < basins.count; basin += 1) connections += basins.passed(basin, amounts);
  return connections;
}

/** Adds loads to what the sinks carry, in place. */
export function addLoads(amounts: Float64Array, loads: readonly Load[]): void {
  for (const { sink, connections } of loads) amounts[sink] = (amounts[sink] as number) + connections;
}
