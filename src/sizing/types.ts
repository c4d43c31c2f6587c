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

/** What would make a database fit when no pool sizes do, or null for a way that does not exist. */
export interface WayOut {
  readonly database: string;
  readonly scenario: string;
  /** Smallest `max_connections` that fits every scenario with the policy's headroom, and the memory its backends need. */
  readonly maxConnections: number | null;
  readonly memoryBytes: number | null;
  /** Largest number of nodes of one service, at the smallest pools, that fits. */
  readonly fewerNodes: { readonly service: string; readonly nodes: number } | null;
  /** Size of one transaction-mode pool in front of everything that goes straight to the database. */
  readonly poolerSize: number | null;
}

/** What a database has left in its worst scenario beyond the policy's headroom. */
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
