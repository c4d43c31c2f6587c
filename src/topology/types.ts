import type { Breakage, EngineId, PoolerCounting, PoolerRole, PoolMode } from '../catalog/types.ts';
import type { Location, Severity } from '../findings/types.ts';

/** An exact fraction: percentages and factors never pass through binary floating point. Both parts are integers, denominator > 0. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** How many alike copies run, and how they are replaced. */
export interface Deployable {
  /** Nodes in steady state, 0 or more. */
  readonly nodes: number;
  /** The autoscaler's maximum, at least `nodes`; null without one. */
  readonly maxNodes: number | null;
  /** OS processes of one node, each with its own pools; 1 or more. */
  readonly processes: number;
  readonly deploy: Deploy;
}

/** A number of nodes that may depend on how many there are: max(atLeast, nodes x share rounded). */
export interface Amount {
  readonly share: Ratio;
  readonly round: 'up' | 'down';
  readonly atLeast: number;
}

/** The arithmetic of one rollout, with the platform's parameters resolved. Nodes alive follow from it for any number of nodes. */
export type Overlap =
  /** Old nodes are gone before new ones start. */
  | { readonly kind: 'in_place' }
  /** A full second set runs beside the first; the platform never starts more than `atMost` altogether (Infinity: no bound). */
  | { readonly kind: 'full_set'; readonly atMost: number }
  /** ceil(nodes x factor) nodes, everything included. */
  | { readonly kind: 'factor'; readonly factor: Ratio }
  /** So many nodes more than usual, draining ones included. */
  | { readonly kind: 'extra'; readonly extra: Amount }
  /** New nodes start in batches, old ones stop as new ones become available. */
  | Rolling;

/** A rolling replacement: at most nodes + surge are counted, at least nodes - unavailable are available. */
export interface Rolling {
  readonly kind: 'rolling';
  /** More than the number of nodes counts as that number; the same for `unavailable`. */
  readonly surge: Amount;
  readonly unavailable: Amount;
  /** When both come to zero: one node may be unavailable nevertheless, or no old node stops while its successor runs. */
  readonly bothZero: 'one_unavailable' | 'no_overlap';
  /**
   * The longest that the replacement of an old node waits for it to exit, seconds. 0: the platform stops counting a
   * node when it tells it to stop; Infinity: when it is gone.
   */
  readonly waitsForExit: number;
}

/** How a service or pooler is rolled out. Times in seconds; null: not declared. */
export interface Deploy {
  readonly platform: string;
  readonly strategy: string;
  readonly overlap: Overlap;
  readonly readyAfter: number | null;
  readonly drain: number | null;
}

/** A count by name, in file order. */
export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** A server that accepts a limited number of connections. Counts are connections, sizes bytes. */
export interface Database {
  readonly name: string;
  readonly engine: EngineId;
  /** Major version; null where the engine's versions do not matter. */
  readonly version: number | null;
  readonly plan: string | null;
  /** The server's limit; Infinity where the engine sets none. */
  readonly maxConnections: number;
  readonly superuserReserved: number;
  readonly reserved: number;
  readonly providerReserved: number;
  readonly otherClients: readonly NamedCount[];
  readonly roleLimits: readonly NamedCount[];
  readonly databaseLimits: readonly NamedCount[];
  readonly memoryBytes: number | null;
  readonly sharedBuffersBytes: number | null;
  readonly backendMemoryBytes: number;
  readonly cores: number | null;
  /** True when `maxConnections` rests on a figure that the catalog calls an estimate. */
  readonly estimated: boolean;
  /**
   * What the policy holds against the database: its worst case; or, where `policy.overcommit_probability` is set and some
   * traffic is given, how probable it is that more than usable is in use; both where `policy.overcommit` says as well how
   * far the worst case may go.
   */
  readonly judgedBy: 'worst_case' | 'probability' | 'both';
}

/** A per-database entry of a pooler's configuration; null: the pooler's own value. */
export interface PoolerEntry {
  readonly dbname: string;
  readonly poolSize: number | null;
  readonly minPoolSize: number | null;
  readonly reservePoolSize: number | null;
  readonly maxDbConnections: number | null;
}

/** A pooler. Limits are Infinity where there is none; see `PoolerCounting` for which of them matter. */
export interface Pooler extends Deployable {
  readonly name: string;
  /** Id in the catalog. */
  readonly kind: string;
  readonly counting: PoolerCounting;
  readonly per: 'process' | 'cluster';
  /** Name of the database behind it. */
  readonly to: string;
  readonly mode: PoolMode;
  /** Per process and (user, database) pair; for `children`: children x pools per child. */
  readonly poolSize: number;
  readonly minPoolSize: number;
  readonly reservePoolSize: number;
  /** Clients per process (for `cluster`: altogether). */
  readonly maxClientConn: number;
  /** Per process and database entry, per process and user. */
  readonly maxDbConnections: number;
  readonly maxUserConnections: number;
  /** Server connections per process, all pairs together. */
  readonly serverLimit: number;
  /** The share of the database's `max_connections` that `serverLimit` is, in percent; null where it is none. */
  readonly percentOfDatabase: number | null;
  /** Prepared statements it keeps per client; 0: protocol-level ones break in transaction mode. */
  readonly preparedStatements: number;
  /** How many (user, database) pairs use it, where the user says so. */
  readonly pairs: number | null;
  readonly databases: readonly PoolerEntry[];
  /** What its kind breaks, as in the catalog: all modes, whatever the settings. */
  readonly breaks: readonly Breakage[];
  /** The kind's own names of its settings, such as `client_limit: 'max_client_conn'`; absent: it has no such setting. */
  readonly settings: Readonly<Partial<Record<PoolerRole, string>>>;
}

/** A destination of connections: a database or a pooler, by name. */
export interface Target {
  readonly to: string;
  /** Role and logical database: they decide the pooler's pool and the role's limit. */
  readonly user: string;
  readonly dbname: string;
}

/** A pool of one process. `size` is Infinity where nothing bounds it. */
export interface Pool extends Target {
  readonly name: string;
  readonly size: number;
  readonly overflow: number;
  /** Connections open even when idle. */
  readonly min: number;
  /** Connections of this pool that one thread holds at the same time; 1 unless `held` says more. */
  readonly held: number;
  readonly client: string | null;
  /** Features that need session state: those the user names and those the client needs. */
  readonly uses: readonly string[];
}

/** Connections outside any pool. */
export interface Extra extends Target {
  readonly name: string;
  readonly count: number;
  readonly per: 'process' | 'node' | 'service';
  readonly uses: readonly string[];
}

/** Load on a service. Times in seconds, rate in checkouts per second. */
export interface Traffic {
  readonly rate: number;
  readonly hold: number;
  readonly cv: number;
  readonly external: number;
  /** Share of the busiest node: so many times the mean of all nodes, 1 or more; no node has more than everything. */
  readonly skew: number;
  readonly targetWait: number | null;
  readonly percentile: number;
}

/** Anything that opens connections and is deployed as alike nodes. */
export interface Service extends Deployable {
  readonly name: string;
  /** What one process can use at once; null: not given. */
  readonly threads: number | null;
  readonly pools: readonly Pool[];
  readonly extras: readonly Extra[];
  readonly when: 'always' | 'deploy';
  readonly exclusive: string | null;
  readonly traffic: Traffic | null;
  /** Bounds of recommended sizes; null: what the threads can use, or none. */
  readonly minPool: number;
  readonly maxPool: number | null;
  /** Share in recommended sizes, above 0. */
  readonly weight: Ratio;
}

/** A known finding the team lives with. `until` is a day, `YYYY-MM-DD`. */
export interface Acceptance {
  readonly rule: string;
  readonly on: string;
  readonly reason: string;
  readonly until: string | null;
}

export interface Policy {
  /** Share of usable connections that should stay free, 0 to 1. */
  readonly headroom: Ratio;
  /** How many services and poolers may deploy at once; Infinity for `all`. */
  readonly concurrentDeploys: number;
  /** Allowed ratio of worst case to usable, 1 or more. */
  readonly overcommit: Ratio;
  /** How probable it may be that more than usable is in use, above 0 and below 1; null: not judged. */
  readonly overcommitProbability: number | null;
  readonly failOn: Extract<Severity, 'error' | 'warning'>;
  readonly accept: readonly Acceptance[];
}

/** Circumstances the user names: nodes by service or pooler, others as in steady state. */
export interface UserScenario {
  readonly name: string;
  readonly nodes: ReadonlyMap<string, number>;
}

/** A number that nobody gave: what was taken, why, and where to set it. */
export interface Assumption {
  /** Path to set it at, such as `services.web.deploy`. */
  readonly on: string;
  readonly value: string;
  readonly reason: string;
}

/** Where a value came from. */
export type Origin =
  | { readonly kind: 'given'; readonly location: Location }
  | { readonly kind: 'catalog'; readonly reason: string; readonly location: Location }
  | { readonly kind: 'default'; readonly reason: string; readonly location: Location };

/** What the user wrote, complete and checked: every name resolves, every number is in range. */
export interface Topology {
  /** The file's path as the user gave it. */
  readonly path: string;
  readonly databases: readonly Database[];
  readonly poolers: readonly Pooler[];
  readonly services: readonly Service[];
  readonly policy: Policy;
  readonly scenarios: readonly UserScenario[];
  readonly assumptions: readonly Assumption[];
  /** What the file says, with the changes laid over it: maps, lists, text, whole numbers, booleans, null. */
  readonly given: unknown;
  /**
   * Where the value at a path such as `services.web.nodes` came from. For a value that no file gives, `location` is
   * that of the nearest enclosing value that one does.
   */
  readonly origin: (path: string) => Origin;
}
