/** A pool size to write down. */
export interface Recommendation {
  /** Path of the pool: `services.web.pools.default`. */
  readonly on: string;
  /** Most connections a process opens with this pool today (size + overflow); Infinity where nothing bounds it. */
  readonly current: number;
  /** The same as it should be: `size` + `overflow`. */
  readonly recommended: number;
  readonly size: number;
  readonly overflow: number;
  readonly reason: string;
}

/** What would make a database fit when no pool sizes do, each way by itself; null for a way that does not exist. */
export interface WayOut {
  readonly database: string;
  /** The scenario that the smallest sizes exceed by the most. */
  readonly scenario: string;
  /**
   * The smallest `max_connections` that fits every scenario with the policy's headroom while the pools keep today's sizes,
   * and the memory of so many backends, in bytes (max_connections x backend_memory, without shared buffers).
   */
  readonly maxConnections: number | null;
  readonly memoryBytes: number | null;
  /**
   * The service that has to lose the fewest nodes while all pools get their smallest sizes, and the most nodes it may
   * have in any scenario then.
   */
  readonly fewerNodes: { readonly service: string; readonly nodes: number } | null;
  /**
   * Size of one transaction-mode pool in front of all pools that go straight to the database (extras stay straight), and
   * the connections of the worst case that it replaces; Infinity where a pool has no bound.
   */
  readonly poolerSize: number | null;
  readonly poolerReplaces: number | null;
}

/** What a database that keeps the policy's headroom has left beyond it in its worst scenario; Infinity where it has no limit. */
export interface Spare {
  readonly database: string;
  readonly scenario: string;
  readonly connections: number;
}

export interface Sizing {
  readonly recommendations: readonly Recommendation[];
  readonly waysOut: readonly WayOut[];
  readonly spare: readonly Spare[];
}
