import type { EngineId } from './engines/types.ts';
import type { Evidence, Note } from './evidence.ts';

export type * from './engines/types.ts';
export type { Certainty, Evidence, Note } from './evidence.ts';
export type * from './providers/types.ts';

export type PoolMode = 'session' | 'transaction' | 'statement';

/** What a pooler's own parameter means to the arithmetic. */
export type PoolerRole =
  | 'pool_size'
  | 'min_pool_size'
  | 'reserve_pool_size'
  | 'client_limit'
  | 'database_limit'
  | 'user_limit'
  | 'server_limit'
  | 'children'
  | 'pools_per_child'
  | 'percent_of_database'
  | 'prepared_statements';

/** A parameter of a pooler under the pooler's own name, in snake case. */
export interface PoolerParameter extends Evidence {
  readonly key: string;
  readonly role: PoolerRole;
  /**
   * The pooler's default; `unlimited` where it sets no bound; null where it is unknown: then the user must give it if the
   * arithmetic cannot do without (`neededRoles` in poolers/arithmetic.ts), and else no bound is known.
   */
  readonly default: number | 'unlimited' | null;
  /** Engines behind the pooler for which its default is another one. */
  readonly engineDefaults?: { readonly [engine in EngineId]?: number };
  /** Values that mean "no bound", such as 0 for PgBouncer's `max_db_connections`. */
  readonly unlimitedAt?: number;
  readonly note?: string;
}

/**
 * How many server connections one pooler (a process of it, or the whole installation: see `PoolerKind.per`) can open:
 * - `pairs`: for each (user, database) pair its `pool_size` plus `reserve_pool_size`, within the `database_limit` of each
 *   database entry and the `user_limit` of each user;
 * - `children`: `children` x `pools_per_child` to every server. `children` is also the most clients it serves at once;
 * - `per_client`: one for each client, within `server_limit`;
 * - `server_limit`: `server_limit`, whatever the pairs;
 * - `percent_of_database`: floor(`max_connections` of the database x `percent_of_database` / 100).
 */
export type PoolerCounting = 'pairs' | 'children' | 'per_client' | 'server_limit' | 'percent_of_database';

/** A name valid in the topology's `uses`: what it is and what to do instead stands in features.ts. */
export type FeatureId =
  | 'session_set'
  | 'listen'
  | 'sql_prepare'
  | 'protocol_prepared_statements'
  | 'advisory_locks'
  | 'temporary_tables'
  | 'with_hold_cursors'
  | 'cursors'
  | 'table_locks'
  | 'row_counts'
  | 'sequence_functions'
  | 'load'
  | 'transactions';

/** A feature that does not pass a pooler in some of its modes as it passes a direct connection. */
export interface Breakage extends Evidence {
  readonly feature: FeatureId;
  readonly modes: readonly PoolMode[];
  /**
   * `breaks`: it fails or acts on another client's session. `pins`: it works, and from then on the client keeps its server
   * connection until it leaves, so it counts as a direct one.
   */
  readonly effect: 'breaks' | 'pins';
  /** Engines behind the pooler that it concerns; absent: all. */
  readonly engines?: readonly EngineId[];
  /**
   * The feature survives when this parameter (role `prepared_statements`) is above zero: possible since version `since`
   * (null: version unknown), so by default since `defaultSince` (null: never).
   */
  readonly survives?: {
    readonly parameter: string;
    readonly since: string | null;
    readonly defaultSince: string | null;
  };
  readonly note?: string;
}

/** A message that a pooler sends when one of its limits is reached. */
export interface PoolerError extends Evidence {
  /** The text as it is sent; %d stands for a number. */
  readonly text: string;
  /** SQLSTATE or the pooler's own code, or null. */
  readonly code: string | null;
  readonly when: string;
}

/** A pooler product. */
export interface PoolerKind extends Evidence {
  readonly id: string;
  readonly name: string;
  readonly engines: readonly EngineId[];
  readonly counting: PoolerCounting;
  /** The counting rule in words, with the pooler's own parameter names. */
  readonly worstCase: string;
  /** `process`: nodes and processes multiply the pools. `cluster`: the pools are shared by the whole installation. */
  readonly per: 'process' | 'cluster';
  readonly modes: readonly PoolMode[];
  /** One of `modes`, or null where the pooler itself insists on a choice. */
  readonly defaultMode: PoolMode | null;
  readonly parameters: readonly PoolerParameter[];
  readonly breaks: readonly Breakage[];
  readonly errors: readonly PoolerError[];
  readonly notes: readonly Note[];
}

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
export interface ExtraConnection {
  readonly name: string;
  /** null: unknown. */
  readonly count: number | null;
  readonly per: 'process' | 'node' | 'service';
  /** True when it opens them unless it is told not to; false when only a feature that one has to use opens them. */
  readonly byDefault: boolean;
  readonly note: string;
}

/** A client library, framework, application server or packaged application that opens connections. */
export interface Client extends Evidence {
  /** Name in the topology's `client`. */
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** `pool`: opens connections and has a default pool. `runtime`: decides processes and threads only. `application`: packaged software. */
  readonly kind: 'pool' | 'runtime' | 'application';
  /** Defaults by version, newest first; empty where the product has no pool of its own. */
  readonly defaults: readonly PoolDefault[];
  /** What a node runs by default, newest first; empty where the product is no runtime. */
  readonly runtime: readonly RuntimeDefault[];
  /** What multiplies a pool. */
  readonly scope: 'process' | 'pool object' | 'node' | 'thread';
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
