import { from } from '../evidence.ts';
import { breaks, sessionState } from './session-state.ts';
import type { PoolerKind } from './types.ts';

const config = from('documentation', 'https://www.pgbouncer.org/config.html', 'pgbouncer/pgbouncer: src/main.c');
const featureTable = from('documentation', 'https://www.pgbouncer.org/features.html');
const changelog = from('documentation', 'https://www.pgbouncer.org/changelog.html');
const code = (file: string) => from('source code', `pgbouncer/pgbouncer: ${file}`);

/** PgBouncer, read at 1.25.2. */
export const pgbouncer: PoolerKind = {
  id: 'pgbouncer',
  name: 'PgBouncer',
  engines: ['postgres'],
  counting: 'pairs',
  worstCase:
    'per process: default_pool_size + reserve_pool_size for every (database, user) pair, added up; max_db_connections caps the part of a database entry, max_user_connections that of a user',
  per: 'process',
  modes: ['session', 'transaction', 'statement'],
  defaultMode: 'session',
  ...code('src/objects.c'),
  parameters: [
    {
      key: 'default_pool_size',
      role: 'pool_size',
      default: 20,
      unlimitedAt: 0,
      note: 'for each (database, user) pair; a size set for the user goes before one set for the database; 0 is no bound since 1.24',
      ...config,
    },
    {
      key: 'min_pool_size',
      role: 'min_pool_size',
      default: 0,
      note: 'kept only while a client is connected or the database entry forces a user',
      ...config,
    },
    { key: 'reserve_pool_size', role: 'reserve_pool_size', default: 0, note: 'on top of each pool', ...config },
    { key: 'max_client_conn', role: 'client_limit', default: 100, note: 'for each process', ...config },
    {
      key: 'max_db_connections',
      role: 'database_limit',
      default: 'unlimited',
      unlimitedAt: 0,
      note: "for each database entry of PgBouncer's own: two aliases of one database have two limits; bounds the reserve too",
      ...config,
    },
    {
      key: 'max_user_connections',
      role: 'user_limit',
      default: 'unlimited',
      unlimitedAt: 0,
      note: 'for each user on the server side; bounds the reserve too',
      ...config,
    },
    {
      key: 'max_prepared_statements',
      role: 'prepared_statements',
      default: 200,
      note: 'exists since 1.21, where the default was 0; 200 since 1.24',
      ...changelog,
    },
  ],
  breaks: [
    ...breaks(sessionState, ['transaction', 'statement'], featureTable),
    {
      feature: 'protocol_prepared_statements',
      modes: ['transaction', 'statement'],
      effect: 'breaks',
      survives: { parameter: 'max_prepared_statements', since: '1.21', defaultSince: '1.24' },
      ...from('documentation', ...featureTable.sources, ...changelog.sources),
    },
    { feature: 'transactions', modes: ['statement'], effect: 'breaks', ...featureTable },
  ],
  errors: [
    {
      text: 'no more connections allowed (max_client_conn)',
      code: '08P01',
      when: 'max_client_conn is reached',
      ...code('src/client.c'),
    },
    {
      text: 'client connections exceeded (max_db_client_connections)',
      code: '08P01',
      when: 'a database has max_db_client_connections clients (since 1.24, no limit by default)',
      ...code('src/client.c'),
    },
    {
      text: 'client connections exceeded (max_user_client_connections)',
      code: '08P01',
      when: 'a user has max_user_client_connections clients (since 1.24, no limit by default)',
      ...code('src/client.c'),
    },
    {
      text: 'query_wait_timeout',
      code: '08P01',
      when: 'no server connection came free within query_wait_timeout (120 s)',
      ...code('src/janitor.c'),
    },
    {
      text: 'transaction blocks not allowed in statement pooling mode',
      code: '08P01',
      when: 'BEGIN in statement mode',
      ...code('src/server.c'),
    },
  ],
  notes: [
    {
      text: 'A process keeps its pools to itself: every further one (so_reuseport, peering, a sidecar, another instance) has a full set.',
      ...from('inferred', 'pgbouncer/pgbouncer: src/objects.c'),
    },
    { text: 'A database entry with user= turns all its client users into one pair.', ...code('src/objects.c') },
    {
      text: 'auth_query runs through a pool of its own: one more pair in each database, normally one connection.',
      ...config,
    },
    {
      text: 'Since 1.23 SIGTERM waits for the clients to leave and keeps the server connections until then, so an old and a new process overlap.',
      ...changelog,
    },
    {
      text: 'Cancel requests may take a pool to twice its size for a moment; they use sockets, no slots of PostgreSQL.',
      ...code('src/objects.c'),
    },
    {
      text: 'A pool opens one server connection at a time and gives up surplus ones only when they idle: a smaller size takes effect slowly.',
      ...code('src/objects.c'),
    },
    { text: 'Since 1.23 replication connections pass through in session mode, whatever the mode.', ...changelog },
    {
      text: 'Since 1.20 a refusal by the server reaches the waiting client with its SQLSTATE, so 53300 is seen behind PgBouncer too.',
      ...changelog,
    },
  ],
};
