import type { Budget } from '../budget/types.ts';

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
   * The smallest `max_connections` that fits every scenario with the policy's headroom and the recommended sizes, and the
   * memory of so many backends, in bytes (max_connections x backend_memory, without shared buffers).
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

/** What has been worked out of a topology before its sizes. */
export interface KnownBudget {
  readonly budget: Pick<Budget, 'databases' | 'poolers'>;
  /** Worked out where it is left out and matters. */
  readonly overcommit?: readonly Overcommit[];
}

/** What a plan shows of the sizes that were decided: those that change, in file order. */
export interface Sizing {
  readonly recommendations: readonly Recommendation[];
  readonly settings: readonly SettingAdvice[];
  readonly waysOut: readonly WayOut[];
  readonly spare: readonly Spare[];
}

/**
 * How a pool's size came about: `fit`: the largest, up to today's, that fits every scenario, for want of traffic;
 * `demand`: the smallest that meets `target_wait`; `both`: traffic asks for more than its fair share of what fits, so
 * it has that.
 */
export type SizingMode = 'fit' | 'demand' | 'both';

/** What a pool's traffic means for one process. Times in seconds. */
export interface PoolTraffic {
  /** Checkouts per second that reach a process of the busiest node: rate / (nodes x processes) without skew, in steady state. */
  readonly rate: number;
  /** Mean time that one keeps its connection. */
  readonly hold: number;
  /** Connections in use on average: rate x hold (Little's law). */
  readonly load: number;
  /** The wait for a connection at the percentile with the recommended size; Infinity where the queue grows without end. */
  readonly wait: number;
  readonly percentile: number;
  /** Null: the file sets no target, so traffic decides nothing. */
  readonly targetWait: number | null;
  /** The smallest size that meets the target, whatever threads and the budget allow; null without a target. */
  readonly needs: number | null;
  /** Connections that are missing for the target; 0 where it is met or there is none. */
  readonly short: number;
  /** What keeps it short: the budget, or what the pool itself may have (threads, max_pool); null where it is not. */
  readonly shortBy: 'budget' | 'bound' | null;
  /** Where connections stay checked out during outside calls: that time, and what would be needed without it. */
  readonly released: { readonly external: number; readonly needs: number } | null;
}

/** The size of one pool, also where it stays. */
export interface PoolAdvice extends Recommendation {
  readonly mode: SizingMode;
  readonly traffic: PoolTraffic | null;
}

/** A setting of a pooler, also where it stays. */
export interface SettingAdvice {
  /** Path of the setting: `poolers.bouncer.default_pool_size`. */
  readonly on: string;
  /** Infinity: no bound. */
  readonly current: number;
  readonly recommended: number;
  /** What the targets of its traffic need; null where no traffic decides it. */
  readonly needs: number | null;
  readonly reason: string;
}

/** What a database has to give in the scenario that asks the most of it. */
export interface Needed {
  readonly scenario: string;
  /** Infinity where something has no bound. */
  readonly connections: number;
  /** The probability with which more are in use; null: it is the worst case. */
  readonly probability: number | null;
}

/** `max_connections` of a database, also where it stays. */
export interface MaximumAdvice extends Omit<SettingAdvice, 'needs'> {
  readonly database: string;
  /** The smallest that keeps the policy's headroom with the recommended sizes; null where none does. */
  readonly needed: number | null;
  /** The smallest with which no pool is short of what traffic needs, or of today's size; null where none is, or none is enough. */
  readonly neededForAll: number | null;
  /** Bytes of memory that the backends of the recommended number need. */
  readonly memoryBytes: number;
}

/** One transaction-mode pooler in front of all pools that go straight to a database and say their traffic. */
export interface GlobalPool {
  readonly database: string;
  /** Kind of pooler whose breakages are meant. */
  readonly kind: string;
  /** Checkouts per second of all of them, and the connections in use on average. */
  readonly rate: number;
  readonly load: number;
  /** Server connections that meet every target. */
  readonly servers: number;
  /** Clients it has to accept in the worst scenario, with the recommended sizes. */
  readonly clients: number;
  /** The longest wait at a percentile of those it serves, seconds. */
  readonly wait: number;
  readonly percentile: number;
  /** Connections of the same pools today's way, in steady state with the recommended sizes. */
  readonly replaces: number;
  /** Features that would not survive, by the path of the pool that uses them. */
  readonly breaks: readonly { readonly on: string; readonly features: readonly string[] }[];
}

/** A number to write into the file. A pool that is written as one number has it for its size. */
export interface SizeChange {
  /** `services.web.pools.default.size`, `poolers.bouncer.default_pool_size`, `databases.main.max_connections`. */
  readonly path: string;
  /** Infinity: no bound. */
  readonly from: number;
  readonly to: number;
}

/** Sizes for everything, with their reasons. */
export interface Advice {
  /** Every pool, in file order. */
  readonly pools: readonly PoolAdvice[];
  /** Every setting of a pooler that sizes it. */
  readonly poolers: readonly SettingAdvice[];
  /** Every database, in file order. */
  readonly databases: readonly MaximumAdvice[];
  readonly globalPools: readonly GlobalPool[];
  /** All that differs from the file, in its order: databases, poolers, pools. */
  readonly changes: readonly SizeChange[];
}

/**
 * How probable it is that more connections of a database are in use at once than are usable, at the traffic that the file
 * gives. A model: see `overcommitOf`.
 */
export interface Overcommit {
  readonly database: string;
  /** Services whose connections follow from their traffic; all else counts with the most that it opens. In file order. */
  readonly modelled: readonly string[];
  /** By the scenarios whose worst case exceeds what is usable; in the others it is 0. */
  readonly probabilities: ReadonlyMap<string, number>;
}
