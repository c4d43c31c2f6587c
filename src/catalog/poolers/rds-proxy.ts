import { from } from '../evidence.ts';
import { pins } from './session-state.ts';
import type { PoolerKind } from './types.ts';

const connections = from(
  'documentation',
  'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html',
);
const pinning = from('documentation', 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html');

/** Amazon RDS Proxy: it shares connections between transactions and pins a client that makes use of its session. */
export const rdsProxy: PoolerKind = {
  id: 'rds-proxy',
  name: 'Amazon RDS Proxy',
  engines: ['postgres', 'mysql', 'mariadb', 'sqlserver'],
  counting: 'percent_of_database',
  worstCase: 'for each proxy and target: floor(max_connections x max_connections_percent / 100)',
  per: 'cluster',
  hosted: true,
  modes: ['transaction'],
  defaultMode: 'transaction',
  ...connections,
  parameters: [
    {
      key: 'max_connections_percent',
      role: 'percent_of_database',
      default: 100,
      engineDefaults: { sqlserver: 10 },
      note: 'MaxConnectionsPercent, 1 to 100',
      ...connections,
    },
  ],
  breaks: [
    ...pins(['sql_prepare', 'protocol_prepared_statements', 'temporary_tables'], ['transaction'], pinning),
    ...pins(['session_set'], ['transaction'], {
      ...pinning,
      note: 'in MySQL the EXCLUDE_VARIABLE_SETS filter prevents it; PostgreSQL has no such filter',
    }),
    ...pins(['listen', 'load', 'sequence_functions'], ['transaction'], { ...pinning, engines: ['postgres'] }),
    ...pins(['cursors', 'with_hold_cursors'], ['transaction'], { ...pinning, engines: ['postgres', 'sqlserver'] }),
    ...pins(['advisory_locks'], ['transaction'], { ...pinning, engines: ['postgres', 'mysql', 'mariadb'] }),
    ...pins(['table_locks', 'row_counts'], ['transaction'], { ...pinning, engines: ['mysql', 'mariadb'] }),
  ],
  errors: [],
  notes: [
    {
      text: 'A pinned client keeps its connection until it leaves: if every client pins, the database sees as many connections as there are clients, up to the percentage.',
      ...pinning,
      certainty: 'inferred',
    },
    {
      text: 'A statement text above 16 KB pins as well; in SQL Server so do MARS and distributed transactions.',
      ...pinning,
    },
    {
      text: 'Several proxies of a database claim their percentages independently, together even more than 100; their monitoring adds a few connections.',
      ...connections,
    },
    {
      text: 'AWS asks for at least 30 percent more than the highest use, and for no less than 30 percent on db.t3.small and 20 percent on larger classes.',
      ...connections,
    },
    {
      text: 'To prevent pinning: prepareThreshold=0 in JDBC, queries without a name in node-postgres, prepare_threshold=None in psycopg 3.',
      ...from('documentation', 'https://github.com/aws/agent-toolkit-for-aws'),
    },
    { text: 'The proxy passes no cancel requests on to PostgreSQL.', ...pinning },
    {
      text: 'A client waits up to 120 s for a connection (ConnectionBorrowTimeout) and is dropped after 1800 s idle.',
      ...connections,
    },
  ],
};
