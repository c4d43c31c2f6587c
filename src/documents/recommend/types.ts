import type { Connections } from '../plan/types.ts';

/**
 * How a size came about: `fit`: the largest up to today's that fits every scenario; `demand`: the smallest that meets the
 * target of its traffic; `both`: traffic asks for more than its fair share of what fits, so it has that.
 */
export type DocumentSizingMode = 'fit' | 'demand' | 'both';

/** What a pool's traffic means for one process, by the model. Times in seconds. */
export interface DocumentPoolTraffic {
  /** Checkouts per second that reach a process of the busiest node. */
  readonly rate: number;
  /** Mean time that one keeps its connection. */
  readonly hold: number;
  /** Connections in use on average. */
  readonly load: number;
  /** Wait for a connection at the percentile with the recommended size; null: the queue grows without end. */
  readonly wait: number | null;
  readonly percentile: number;
  /** Null: the file has no target. */
  readonly target_wait: number | null;
  /** Smallest size that meets the target; null without one. */
  readonly needs: number | null;
  /** Connections missing for the target. */
  readonly short: number;
  /** What it is short of: the budget, or what the pool may have (threads, max_pool); null: nothing. */
  readonly short_by: 'budget' | 'bound' | null;
  /** What would be needed if connections were given back during outside calls; null without those. */
  readonly released: { readonly external: number; readonly needs: number } | null;
}

/** The size of one pool, also where it stays. */
export interface DocumentPoolAdvice {
  readonly on: string;
  readonly mode: DocumentSizingMode;
  /** Most connections a process opens with this pool today: size + overflow. */
  readonly current: Connections;
  /** The same as it should be: `size` + `overflow`; null: nothing has to bound it. */
  readonly recommended: Connections;
  readonly size: Connections;
  readonly overflow: Connections;
  readonly reason: string;
  readonly traffic: DocumentPoolTraffic | null;
}

/** A setting of a pooler, also where it stays. */
export interface DocumentSettingAdvice {
  readonly on: string;
  readonly current: Connections;
  readonly recommended: Connections;
  /** What the targets of its traffic need; null: no traffic decides it. */
  readonly needs: number | null;
  readonly reason: string;
}

/** `max_connections` of a database, also where it stays. */
export interface DocumentMaximumAdvice extends Omit<DocumentSettingAdvice, 'needs'> {
  readonly database: string;
  /** The smallest that keeps the headroom with the recommended sizes; null: none does. */
  readonly needed: number | null;
  /** The smallest with which no pool is short of what traffic needs, or of today's size; null: no more is needed, or none is enough. */
  readonly needed_for_all: number | null;
  /** Bytes that the backends of the recommended number need; null: no bound. */
  readonly memory_bytes: number | null;
}

/** What does not survive in a transaction-mode pooler. */
export interface DocumentLostFeatures {
  readonly on: string;
  readonly features: readonly string[];
}

/** One transaction-mode pooler in front of all pools that go straight to a database and say their traffic. */
export interface DocumentGlobalPool {
  readonly database: string;
  readonly kind: string;
  /** Checkouts per second, and connections in use on average. */
  readonly rate: number;
  readonly load: number;
  /** Server connections that meet every target. */
  readonly servers: number;
  /** Clients that it has to accept in the worst scenario; null: no bound. */
  readonly clients: Connections;
  /** Seconds at the percentile. */
  readonly wait: number;
  readonly percentile: number;
  /** Connections that the same pools open without it, in steady state with the recommended sizes; null: no bound. */
  readonly replaces: Connections;
  readonly breaks: readonly DocumentLostFeatures[];
}

/** A number to write into the file; a pool that is written as one number has it for its size. */
export interface DocumentSizeChange {
  readonly path: string;
  /** Null: no bound. */
  readonly from: Connections;
  readonly to: number;
}

/** What `recommend` says, versioned like `Document`: within a version keys are added, never renamed or removed. */
export interface RecommendDocument {
  readonly schema_version: 1;
  /** The file's path as the user gave it. */
  readonly topology: string;
  /** Every pool, in file order. */
  readonly pools: readonly DocumentPoolAdvice[];
  readonly poolers: readonly DocumentSettingAdvice[];
  readonly databases: readonly DocumentMaximumAdvice[];
  readonly global_pools: readonly DocumentGlobalPool[];
  /** All that differs from the file. */
  readonly changes: readonly DocumentSizeChange[];
  /** What the model of waits takes for granted; empty where no traffic is given. */
  readonly model: readonly string[];
}
