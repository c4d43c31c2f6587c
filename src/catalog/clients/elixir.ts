import { from } from '../evidence.ts';
import { clientsIn } from './table.ts';

/** Ecto, Phoenix and Oban. */
export const elixir = clientsIn('Elixir', [
  {
    id: 'ecto',
    name: 'Ecto (DBConnection)',
    kind: 'pool',
    defaults: [{ versions: null, size: 10, min: 10, note: 'a bare DBConnection has 1' }],
    scope: 'process',
    settings: ['pool_size', 'pool_count (ecto_sql 3.12.1 and later)'],
    eager: true,
    hazards: ['pool_count multiplies: 4 with a pool_size of 10 make 40.', 'Each repo has a pool of its own.'],
    extras: [
      {
        name: 'Postgrex.Notifications',
        count: 1,
        per: 'process',
        byDefault: false,
        note: 'one for each notifications process that is started',
        ...from('source code', 'elixir-ecto/postgrex: lib/postgrex/notifications.ex'),
      },
      {
        name: 'migrator',
        count: 2,
        per: 'service',
        byDefault: false,
        note: 'while migrations run, beside the old release',
        ...from('source code', 'elixir-ecto/ecto_sql: lib/ecto/migrator.ex'),
      },
    ],
    notes: ['The variable POOL_SIZE counts only where the generated runtime.exs reads it.'],
    ...from(
      'source code',
      'https://github.com/elixir-ecto/ecto/blob/master/lib/ecto/repo/supervisor.ex',
      'https://github.com/elixir-ecto/ecto_sql/blob/master/lib/ecto/adapters/sql.ex',
      'https://github.com/elixir-ecto/db_connection/blob/master/lib/db_connection.ex',
    ),
  },
  {
    id: 'phoenix-generated',
    name: 'Phoenix as generated',
    kind: 'pool',
    defaults: [{ versions: '1.7 and 1.8', size: 10, min: 10, note: '5 for SQLite' }],
    scope: 'node',
    settings: ['POOL_SIZE', 'pool_count (4 in a comment of the template)'],
    eager: true,
    ...from('source code', 'https://github.com/phoenixframework/phoenix/blob/main/installer/lib/phx_new/generator.ex'),
  },
  {
    id: 'oban',
    name: 'Oban',
    kind: 'runtime',
    scope: 'node',
    settings: ['queues', 'notifier'],
    extras: [
      {
        name: 'LISTEN',
        count: 1,
        per: 'node',
        byDefault: true,
        note: 'one for each Oban instance with the Postgres notifier, none with the PG notifier',
        ...from('source code', 'oban-bg/oban: lib/oban/notifiers/postgres.ex'),
      },
    ],
    uses: ['listen'],
    notes: [
      'Limits of queues are jobs at once, not connections: those come from the pool of the repo.',
      'A repo of its own, as advised for a busy Oban, is another whole pool.',
    ],
    ...from(
      'source code',
      'https://github.com/oban-bg/oban/blob/main/lib/oban/notifiers/postgres.ex',
      'https://github.com/oban-bg/oban/blob/main/guides/advanced/scaling.md',
    ),
  },
]);
