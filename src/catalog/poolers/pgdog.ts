import { from } from '../evidence.ts';
import { breaks } from './session-state.ts';
import type { PoolerKind } from './types.ts';

const general = from('documentation', 'pgdogdev/docs: docs/configuration/pgdog.toml/general.md');
const users = from('documentation', 'pgdogdev/docs: docs/configuration/users.toml/users.md');
const transactionMode = from('documentation', 'pgdogdev/docs: docs/features/connection-pooler/transaction-mode.md');
const pool = from('source code', 'pgdogdev/pgdog: pgdog/src/backend/pool');

/** PgDog, documentation of August 2026. It follows SET and protocol-level prepared statements in transaction mode. */
export const pgdog: PoolerKind = {
  id: 'pgdog',
  name: 'PgDog',
  engines: ['postgres'],
  counting: 'pairs',
  worstCase:
    'per instance: default_pool_size for each (user, database, host), a host being the primary or a replica of a shard',
  per: 'process',
  modes: ['session', 'transaction'],
  defaultMode: 'transaction',
  ...users,
  parameters: [
    {
      key: 'default_pool_size',
      role: 'pool_size',
      default: 10,
      note: 'a size set for the user goes before one set for the database',
      ...general,
    },
    { key: 'min_pool_size', role: 'min_pool_size', default: 1, note: 'open in each pool even when idle', ...general },
  ],
  breaks: [
    {
      feature: 'advisory_locks',
      modes: ['transaction'],
      effect: 'breaks',
      note: 'with the query parser, off by default, on session_control_and_locks the lock pins the client instead',
      ...transactionMode,
    },
    {
      feature: 'listen',
      modes: ['transaction'],
      effect: 'breaks',
      note: 'there is support over a dedicated connection, off by default',
      ...pool,
    },
    {
      feature: 'sql_prepare',
      modes: ['transaction'],
      effect: 'breaks',
      note: 'prepared_statements = "full" (default "extended") rewrites it',
      ...from('issue thread', 'https://github.com/pgdogdev/pgdog/pull/679'),
    },
    ...breaks(['temporary_tables', 'with_hold_cursors', 'load'], ['transaction'], {
      ...transactionMode,
      certainty: 'inferred',
    }),
  ],
  errors: [],
  notes: [
    { text: 'all_databases = true gives a user one pool in every database.', ...users },
    { text: 'When a pool has no idle connection, a health check opens one of its own for a moment.', ...pool },
    {
      text: 'SET and prepared statements of the protocol are followed in transaction mode.',
      ...transactionMode,
    },
  ],
};
