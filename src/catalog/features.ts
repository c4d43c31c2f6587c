/** A name valid in the topology's `uses`. */
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

/** A feature that rests on the state of a session. */
export interface Feature {
  readonly what: string;
  /** What to do behind a pooler in transaction mode. */
  readonly instead: string;
}

/** Every name valid in the topology's `uses`. */
export const features: Readonly<Record<FeatureId, Feature>> = {
  session_set: {
    what: 'SET and RESET for the whole session; in MySQL also user variables (@name) and most session variables',
    instead:
      'SET LOCAL inside the transaction, ALTER ROLE ... SET, or parameters at connection start that the pooler tracks',
  },
  listen: {
    what: 'LISTEN: waits for notifications on one connection (NOTIFY itself needs no session)',
    instead: 'give the listener a direct connection, declared under `extra` with `to:` the database, or poll',
  },
  sql_prepare: {
    what: 'PREPARE, EXECUTE and DEALLOCATE written as SQL',
    instead: "let the driver prepare at protocol level, where the pooler keeps track of it, or don't prepare",
  },
  protocol_prepared_statements: {
    what: 'named prepared statements that the driver makes at protocol level',
    instead:
      'set the pooler to keep track of them (PgBouncer: max_prepared_statements above 0), or turn them off in the driver',
  },
  advisory_locks: {
    what: 'locks held by a session: pg_advisory_lock, or GET_LOCK in MySQL',
    instead:
      'pg_advisory_xact_lock, which the transaction releases, or a direct connection for the process that holds the lock',
  },
  temporary_tables: {
    what: 'temporary tables that outlive their transaction',
    instead: 'ON COMMIT DROP within one transaction, or an ordinary (unlogged) table',
  },
  with_hold_cursors: {
    what: 'cursors WITH HOLD, which outlive their transaction',
    instead: 'read the cursor within one transaction, or page by key',
  },
  cursors: {
    what: 'cursors within one transaction',
    instead: 'nothing for most poolers; where they pin a client, page by key',
  },
  table_locks: {
    what: 'LOCK TABLES and FLUSH TABLES WITH READ LOCK of MySQL, held until UNLOCK TABLES',
    instead: 'transactions with row locks, or a direct connection for the job that locks',
  },
  row_counts: {
    what: 'values read by a later statement: FOUND_ROWS, ROW_COUNT, LAST_INSERT_ID, SQL_CALC_FOUND_ROWS',
    instead: "take the figures from the driver's result, and count with a second query",
  },
  sequence_functions: {
    what: 'nextval and setval called by the application',
    instead: 'identity columns and INSERT ... RETURNING',
  },
  load: {
    what: 'LOAD of a library module into the session',
    instead: 'session_preload_libraries for the role or the database',
  },
  transactions: {
    what: 'transactions of more than one statement',
    instead: 'transaction mode; statement mode allows single statements only',
  },
};

/** Whether a name is a feature. */
export function isFeature(name: string): name is FeatureId {
  return Object.hasOwn(features, name);
}
