/** How a fact came to be known, surest first. */
export type Certainty =
  | 'source code'
  | 'documentation'
  | 'measured'
  | 'issue thread'
  | 'third-party copy'
  | 'observed'
  | 'third-party claim'
  | 'inferred';

/** Where a fact comes from. Every fact of the catalog has it. */
export interface Evidence {
  /** Addresses, or `owner/repository: path` for a file of a repository. */
  readonly sources: readonly string[];
  readonly certainty: Certainty;
}

/** A statement for people, with its evidence: a hazard, a restriction, a caveat. */
export interface Note extends Evidence {
  readonly text: string;
}

export type EngineId = 'postgres' | 'mysql' | 'mariadb' | 'sqlserver' | 'oracle' | 'cockroachdb' | 'other';

/** A server setting that decides how many connections are left for applications. */
export interface EngineSetting extends Evidence {
  /** The server's own name of the setting. */
  readonly key: string;
  /** Connections, or null where the engine has no fixed default. */
  readonly default: number | null;
  /** First and last major version that know the setting; absent: all. */
  readonly since?: number;
  readonly until?: number;
  readonly note?: string;
}

/** A database engine. */
export interface Engine {
  readonly id: EngineId;
  readonly name: string;
  /** Newest major version the catalog knows, or null where versions do not change the arithmetic. */
  readonly newestVersion: number | null;
  /** Default of `max_connections` (or its equivalent), or null: no limit, or unknown. */
  readonly maxConnections: EngineSetting;
  /** Slots that `max_connections` includes and an ordinary role cannot have. */
  readonly reservations: readonly EngineSetting[];
  readonly notes: readonly Note[];
}

/** A size that a provider sells. A field that is absent is unknown, never zero. */
export interface ProviderPlan extends Evidence {
  /** The name after the slash of `plan: provider/name`. */
  readonly name: string;
  /** `max_connections` as the provider sets it by default. */
  readonly maxConnections: number;
  readonly memoryBytes?: number;
  readonly cores?: number;
  /** Slots the provider keeps; overrides the provider's own figure. */
  readonly providerReserved?: number;
  readonly note?: string;
}

/** A managed database service. */
export interface Provider {
  /** The name before the slash of `plan: provider/name`, such as `aws-rds-postgres`. */
  readonly id: string;
  readonly name: string;
  readonly engine: EngineId;
  readonly plans: readonly ProviderPlan[];
  /** Slots the provider keeps for itself out of `max_connections`; absent: unknown or none stated. */
  readonly providerReserved?: EngineSetting;
  readonly notes: readonly Note[];
}

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
  /** The pooler's default; `unlimited` where it sets no bound; null where it is unknown (then the user must give it). */
  readonly default: number | 'unlimited' | null;
  /** Values that mean "no bound", such as 0 for PgBouncer's `max_db_connections`. */
  readonly unlimitedAt?: number;
  readonly note?: string;
}

/**
 * How many server connections one pooler can open:
 * - `pairs`: for each (user, database) pair its pool size plus reserve, within the per-database and per-user limits;
 * - `children`: children x pools per child, to every server;
 * - `per_client`: one for each client, within the server limit;
 * - `server_limit`: a fixed number for each server;
 * - `percent_of_database`: a share of the database's `max_connections`.
 */
export type PoolerCounting = 'pairs' | 'children' | 'per_client' | 'server_limit' | 'percent_of_database';

/** A feature that needs session state, and where a pooler's mode breaks it. */
export interface Breakage extends Evidence {
  /** Name as in the topology's `uses`. */
  readonly feature: string;
  readonly modes: readonly PoolMode[];
  /** The feature survives from this version on when the parameter is above zero. */
  readonly survives?: { readonly since: string; readonly parameter: string; readonly defaultSince: string | null };
  readonly note?: string;
}

/** A pooler product. */
export interface PoolerKind extends Evidence {
  readonly id: string;
  readonly name: string;
  readonly engines: readonly EngineId[];
  readonly counting: PoolerCounting;
  /** `process`: nodes and processes multiply the pools. `cluster`: the pools are shared by the whole installation. */
  readonly per: 'process' | 'cluster';
  readonly modes: readonly PoolMode[];
  readonly defaultMode: PoolMode;
  readonly parameters: readonly PoolerParameter[];
  readonly breaks: readonly Breakage[];
  readonly notes: readonly Note[];
}

/** A default pool of a client library in a range of its versions. */
export interface PoolDefault {
  /** Versions in words, such as `8.1 and later`; null: all. */
  readonly versions: string | null;
  /** Connections of one pool; `unlimited`; `threads`: one a thread; null: depends on the machine or unknown. */
  readonly size: number | 'unlimited' | 'threads' | null;
  readonly overflow?: number;
  /** Connections kept open when idle; absent: none. */
  readonly min?: number;
  readonly note?: string;
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
  /** What multiplies a pool. */
  readonly scope: 'process' | 'pool object' | 'node' | 'thread';
  /** The settings that decide the pool size, as a person would write them. */
  readonly settings: readonly string[];
  /** True when the pool is filled at start and stays at its size. */
  readonly eager: boolean;
  /** Ways in which the pool can lose its bound or surprise. */
  readonly hazards: readonly string[];
  /** Connections it opens outside the pool. */
  readonly extras: readonly {
    readonly name: string;
    readonly count: number | null;
    readonly per: 'process' | 'node' | 'service';
    readonly note: string;
  }[];
  /** Features of `uses` that it needs. */
  readonly uses: readonly string[];
  readonly notes: readonly string[];
}
