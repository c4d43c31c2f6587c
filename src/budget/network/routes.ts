/** Connections that go to one edge: the database itself, or the pool of a (user, database) pair. */
export interface Load {
  readonly edge: number;
  readonly connections: number;
}

/** Edges of one route that together never pass on more. */
export interface SharedCapacity {
  readonly edges: readonly number[];
  readonly connections: number;
}

/**
 * Where connections end up. Every edge belongs to one route, the database itself or a pooler, whose limits may absorb
 * what its edges carry.
 */
export interface Routes {
  readonly count: number;
  readonly routeOf: (edge: number) => number;
  /** Connections on the database by way of a route when its edges carry `amounts`. Grows by no more than they pass on. */
  readonly passed: (route: number, amounts: Float64Array) => number;
}

/** Routes with what bounds them. */
export interface LimitedRoutes extends Routes {
  /** Finite, inner ones first. Nothing passes on more than the most that they all allow, though it may be less. */
  readonly limits: readonly SharedCapacity[];
  /** The smallest of the limits of an edge; Infinity without one. */
  readonly edgeLimit: (edge: number) => number;
  /** The least an edge passes on once it carries anything. */
  readonly opening: (edge: number) => number;
}

/** Connections on the database when the edges carry `amounts`. */
export function passedOn(routes: Routes, amounts: Float64Array): number {
  let connections = 0;
  for (let route = 0; route < routes.count; route += 1) connections += routes.passed(route, amounts);
  return connections;
}

/** Adds loads to what the edges carry, in place. */
export function addLoads(amounts: Float64Array, loads: readonly Load[]): void {
  for (const { edge, connections } of loads) amounts[edge] = (amounts[edge] as number) + connections;
}
