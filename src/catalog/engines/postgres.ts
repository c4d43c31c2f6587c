import { from } from '../evidence.ts';
import { postgresConnectionMemory } from './postgres-memory.ts';
import type { Engine, EngineError } from './types.ts';

const manual = (page: string): string => `https://www.postgresql.org/docs/current/${page}.html`;
const source = (file: string): string => `postgres/postgres: src/backend/${file}`;

const settings = from('documentation', manual('runtime-config-connection'));
const login = from('source code', source('utils/init/postinit.c'));
const slots = from('source code', source('storage/lmgr/proc.c'));
const standby = from('documentation', manual('hot-standby'));

const sqlstate = '53300';

const errors: readonly EngineError[] = [
  { ...slots, limit: 'max_connections', sqlstate, message: 'sorry, too many clients already' },
  {
    ...login,
    limit: 'superuser_reserved_connections',
    until: 15,
    sqlstate,
    message: 'remaining connection slots are reserved for non-replication superuser connections',
  },
  {
    ...login,
    limit: 'superuser_reserved_connections',
    since: 16,
    sqlstate,
    message: 'remaining connection slots are reserved for roles with the SUPERUSER attribute',
  },
  {
    ...login,
    limit: 'reserved_connections',
    since: 16,
    sqlstate,
    message:
      'remaining connection slots are reserved for roles with privileges of the "pg_use_reserved_connections" role',
  },
  { ...login, limit: 'role', sqlstate, message: 'too many connections for role "%s"' },
  { ...login, limit: 'database', sqlstate, message: 'too many connections for database "%s"' },
  {
    ...from('source code', source('replication/walsender.c'), source('storage/lmgr/proc.c')),
    limit: 'max_wal_senders',
    until: 16,
    sqlstate,
    message: 'number of requested standby connections exceeds max_wal_senders (currently %d)',
  },
  {
    ...slots,
    limit: 'max_wal_senders',
    since: 17,
    sqlstate,
    message: 'number of requested standby connections exceeds "max_wal_senders" (currently %d)',
  },
];

/** PostgreSQL. Its accounting was checked on servers of versions 15 to 18 as well as in the source. */
export const postgres: Engine = {
  id: 'postgres',
  name: 'PostgreSQL',
  newestVersion: 18,
  maxConnections: {
    ...settings,
    key: 'max_connections',
    default: 100,
    note: 'initdb picks a lower value where kernel limits are tight. It changes only with a restart, and shared memory is sized from it even while slots are empty.',
  },
  reservations: [
    { ...settings, key: 'superuser_reserved_connections', default: 3, note: 'It changes only with a restart.' },
    {
      ...settings,
      key: 'reserved_connections',
      default: 0,
      since: 16,
      note: 'For members of pg_use_reserved_connections. It changes only with a restart, and the server refuses to start unless both reservations together stay below max_connections.',
    },
  ],
  errors,
  connectionMemory: postgresConnectionMemory,
  notes: [
    {
      ...login,
      text: 'No slot is marked as reserved: a login of an ordinary role is refused while too few slots are free. A superuser session that stays connected therefore takes one from the applications, on top of the reservation.',
    },
    {
      ...login,
      text: 'A login holds its slot from the startup packet on, and reservations are checked only after authentication. A storm of logins during a rollout can take every slot, and then superusers are refused too.',
    },
    {
      ...settings,
      text: 'A login that hangs in authentication gives its slot back after authentication_timeout, 60 s by default.',
    },
    {
      ...from('documentation', 'https://www.postgresql.org/docs/release/12.0/'),
      text: 'Since version 12 replication connections use max_wal_senders (10 by default) and no slot of max_connections.',
    },
    {
      ...from('source code', 'https://github.com/postgres/postgres/commit/ea92368cd1'),
      text: 'Until version 11 replication connections used ordinary slots and could not use the reserved ones: count them in other_clients.',
    },
    {
      ...slots,
      text: 'Parallel workers, autovacuum, background workers, auxiliary processes and prepared transactions have slots of their own (autovacuum_max_workers 3 and max_worker_processes 8 by default).',
    },
    {
      ...from('measured', source('tcop/backend_startup.c')),
      text: 'A cancel request takes no slot; it worked with every slot used, in versions 15 to 18.',
    },
    {
      ...from('third-party copy', manual('app-pgdump')),
      text: 'pg_dump -j N opens N + 1 connections: keep room for them in other_clients.',
    },
    {
      ...from('inferred', manual('postgres-fdw')),
      text: 'postgres_fdw and dblink are ordinary clients of the remote server, one connection for each local session and user mapping that uses them.',
    },
    {
      ...from('documentation', 'https://www.postgresql.org/docs/8.3/kernel-resources.html'),
      text: 'A slot that nobody uses is cheap, not free: the manual of version 8.3 gives 1,800 + 270 x max_locks_per_transaction bytes of shared memory for each.',
    },
    {
      ...from('documentation', manual('monitoring-stats')),
      text: "pg_stat_activity lists background processes as well: only rows with backend_type = 'client backend' compare with max_connections.",
    },
    {
      ...from('documentation', manual('sql-createrole'), manual('sql-createdatabase')),
      text: 'CONNECTION LIMIT of a role or a database is -1 (none) by default and never applies to superusers, who still take a slot of max_connections. Two logins that race for the last place of a database may both fail.',
    },
    {
      ...from(
        'source code',
        'https://github.com/postgres/postgres/commit/e1f6d20222a',
        'https://github.com/postgres/postgres/commit/f1169ab501c',
      ),
      text: 'CONNECTION LIMIT counts ordinary sessions only: no background workers since version 10, and since the minor releases after December 2024 (and version 18) consistently no replication connections.',
    },
    {
      ...standby,
      text: 'A hot standby needs max_connections at least as high as its primary. Raise it on the standbys first, lower it on the primary first.',
    },
    {
      ...standby,
      text: 'Since version 14 a standby that replays a higher value of its primary warns and pauses recovery; it stops when recovery is resumed without the change.',
    },
    {
      ...from('source code', source('postmaster/postmaster.c')),
      text: 'Until version 17 the server also refuses connections beyond 2 x (max_connections + autovacuum_max_workers + 1 + max_wal_senders + max_worker_processes) child processes, those still starting included.',
    },
  ],
};
