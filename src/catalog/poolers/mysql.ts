import { from } from '../evidence.ts';
import { pins } from './session-state.ts';
import type { PoolerKind } from './types.ts';

const proxysqlCode = (file: string) => from('source code', `sysown/proxysql: ${file}`);
const multiplexing = from('documentation', 'https://proxysql.com/documentation/multiplexing/');
const maxscaleGuide = from(
  'documentation',
  'mariadb-corporation/MaxScale: Documentation/Getting-Started/Configuration-Guide.md',
);

/** ProxySQL, source of October 2024. With multiplexing (on by default) connections are shared between transactions. */
export const proxysql: PoolerKind = {
  id: 'proxysql',
  name: 'ProxySQL',
  engines: ['mysql', 'mariadb'],
  counting: 'server_limit',
  worstCase: 'per instance: max_connections of every mysql_servers row (hostgroup) of the server, added up',
  per: 'process',
  modes: ['transaction', 'session'],
  defaultMode: 'transaction',
  ...proxysqlCode('include/MySQL_HostGroups_Manager.h'),
  parameters: [
    {
      key: 'mysql_servers_max_connections',
      role: 'server_limit',
      default: 1000,
      note: 'mysql_servers.max_connections of one row; give the sum when several hostgroups name the server',
      ...proxysqlCode('include/MySQL_HostGroups_Manager.h'),
    },
    {
      key: 'mysql_max_connections',
      role: 'client_limit',
      default: 10000,
      note: 'mysql-max_connections; older documentation says 2048',
      ...proxysqlCode('lib/MySQL_Thread.cpp'),
    },
  ],
  breaks: pins(
    ['session_set', 'table_locks', 'advisory_locks', 'row_counts', 'temporary_tables', 'sql_prepare'],
    ['transaction'],
    multiplexing,
  ),
  errors: [
    {
      text: 'Too many connections',
      code: '1040',
      when: 'the limit of clients is reached',
      ...proxysqlCode('lib/MySQL_Session.cpp'),
    },
    {
      text: 'Max connect timeout reached while reaching hostgroup %d',
      code: '9001',
      when: 'no server connection came free within 10 s (mysql-connect_timeout_server_max)',
      ...proxysqlCode('lib/MySQL_Session.cpp'),
    },
  ],
  notes: [
    {
      text: 'A server that is both writer and reader has two rows, so twice the limit; the monitor connects besides.',
      ...proxysqlCode('include/MySQL_HostGroups_Manager.h'),
    },
    {
      text: 'mysql_users.max_connections bounds the clients of each user (10000).',
      ...proxysqlCode('lib/ProxySQL_Admin.cpp'),
    },
    { text: 'GET_LOCK switches multiplexing off for the rest of the session; so does SQL_LOG_BIN=0.', ...multiplexing },
    { text: 'mode: session stands for mysql-multiplexing=false.', ...multiplexing, certainty: 'inferred' },
  ],
};

/** MaxScale, documentation of 2024. Connection sharing is off by default. */
export const maxscale: PoolerKind = {
  id: 'maxscale',
  name: 'MaxScale',
  engines: ['mariadb', 'mysql'],
  counting: 'per_client',
  worstCase: 'per instance and server: one for each client session, at most max_routing_connections',
  per: 'process',
  modes: ['session', 'transaction'],
  defaultMode: 'session',
  ...maxscaleGuide,
  parameters: [
    {
      key: 'max_routing_connections',
      role: 'server_limit',
      default: 'unlimited',
      unlimitedAt: 0,
      note: 'for each server; pooled connections count, those of monitors do not',
      ...maxscaleGuide,
    },
    {
      key: 'max_connections',
      role: 'client_limit',
      default: 'unlimited',
      unlimitedAt: 0,
      note: 'clients of the service',
      ...maxscaleGuide,
    },
  ],
  breaks: [],
  errors: [],
  notes: [
    {
      text: 'Sharing begins with idle_session_pool_time at 0 s or more (-1 s by default); a session then waits up to 60 s for a connection (multiplex_timeout). mode: transaction stands for it.',
      ...maxscaleGuide,
    },
    {
      text: 'persistpoolmax (0: off) keeps connections of sessions that ended, split over the routing threads and rounded up.',
      ...maxscaleGuide,
    },
  ],
};
