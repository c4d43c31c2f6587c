import type { Evidence, Note } from '../evidence.ts';

export type EngineId = 'postgres' | 'mysql' | 'mariadb' | 'sqlserver' | 'oracle' | 'cockroachdb' | 'other';

/** A range of major versions, both ends included; an absent end is open. */
export interface VersionRange {
  readonly since?: number;
  readonly until?: number;
}

/** A server setting that decides how many connections are left for applications. */
export interface EngineSetting extends Evidence, VersionRange {
  /** The server's own name of the setting. */
  readonly key: string;
  /** Connections; Infinity where there is no limit, null where the figure is unknown or not fixed. */
  readonly default: number | null;
  readonly note?: string;
}

/** The limit that a refused login ran into. */
export type EngineLimit =
  | 'max_connections'
  | 'superuser_reserved_connections'
  | 'reserved_connections'
  | 'role'
  | 'database'
  | 'max_wal_senders';

/** How a server words a refused login, in a range of its versions. */
export interface EngineError extends Evidence, VersionRange {
  readonly limit: EngineLimit;
  readonly sqlstate: string;
  /** The engine's own error number, where it has one. */
  readonly code?: number;
  /** The text as the server formats it: `%s` is a name, `%d` a number. */
  readonly message: string;
}

/** Memory that one connection was found, or is said, to need. Sizes in bytes. */
export interface ConnectionMemory extends Evidence {
  readonly lowBytes: number;
  readonly highBytes: number;
  /** What was measured, and how. */
  readonly note: string;
}

/** A database engine. */
export interface Engine {
  readonly id: EngineId;
  readonly name: string;
  /** Newest major version the catalog knows, or null where versions do not change the arithmetic. */
  readonly newestVersion: number | null;
  /** `max_connections`, or the engine's equivalent. */
  readonly maxConnections: EngineSetting;
  /** Slots that `max_connections` includes and an ordinary role cannot have. */
  readonly reservations: readonly EngineSetting[];
  readonly errors: readonly EngineError[];
  readonly connectionMemory: readonly ConnectionMemory[];
  readonly notes: readonly Note[];
}
