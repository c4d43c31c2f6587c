import type { EngineId } from '../engines/types.ts';
import type { Evidence, Note } from '../evidence.ts';
import type { FeatureId } from '../features.ts';

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
  /** The provider runs it: no deploy of the team's replaces it. */
  readonly hosted?: true;
  readonly modes: readonly PoolMode[];
  /** One of `modes`, or null where the pooler itself insists on a choice. */
  readonly defaultMode: PoolMode | null;
  readonly parameters: readonly PoolerParameter[];
  readonly breaks: readonly Breakage[];
  readonly errors: readonly PoolerError[];
  readonly notes: readonly Note[];
}
