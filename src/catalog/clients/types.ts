import type { Evidence } from '../evidence.ts';
import type { FeatureId } from '../features.ts';

/** A default pool of a client library in a range of its versions. */
export interface PoolDefault {
  /** Versions in words, such as `8.1 and later`; null: all. */
  readonly versions: string | null;
  /** Connections of one pool; `unlimited`; `threads`: one a thread; null: `note` says what it depends on. */
  readonly size: number | 'unlimited' | 'threads' | null;
  readonly overflow?: number;
  /** Connections kept open when idle; absent: none. */
  readonly min?: number;
  readonly note?: string;
}

/** What an application server or job runner starts on one node by default, in a range of its versions. */
export interface RuntimeDefault {
  readonly versions: string | null;
  /** OS processes of one node; null: depends on the machine or the configuration. */
  readonly processes: number | null;
  /** What one process works on at once; null: as for processes. */
  readonly threads: number | null;
  readonly note?: string;
}

/** Connections that a client opens outside its pool. */
export interface ExtraConnection extends Evidence {
  readonly name: string;
  /** null: unknown. */
  readonly count: number | null;
  readonly per: 'process' | 'node' | 'service';
  /** True when it opens them unless it is told not to; false when only a feature that one has to use opens them. */
  readonly byDefault: boolean;
  readonly note: string;
}

/**
 * What multiplies a pool: OS processes; pool, engine or client objects that a process builds; nodes (all processes of one
 * included); or threads.
 */
export type ClientScope = 'process' | 'pool object' | 'node' | 'thread';

/** A client library, framework, application server or packaged application that opens connections. */
export interface Client extends Evidence {
  /** Name in the topology's `client`. */
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** `pool`: opens connections. `runtime`: decides how many processes and threads do. `application`: packaged software. */
  readonly kind: 'pool' | 'runtime' | 'application';
  /** Defaults by version, newest first; empty where the product has no pool of its own. */
  readonly defaults: readonly PoolDefault[];
  /** What a node runs by default, newest first; empty where the product is no runtime. */
  readonly runtime: readonly RuntimeDefault[];
  readonly scope: ClientScope;
  /** The settings that decide the pool size, as a person would write them. */
  readonly settings: readonly string[];
  /** True when the pool is filled at start and stays at its size. */
  readonly eager: boolean;
  /** Ways in which the pool can lose its bound or surprise. */
  readonly hazards: readonly string[];
  /** Connections it opens outside the pool. */
  readonly extras: readonly ExtraConnection[];
  /** Features that it needs as it is set up by default. */
  readonly uses: readonly FeatureId[];
  readonly notes: readonly string[];
}
