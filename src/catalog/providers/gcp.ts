import { from } from '../evidence.ts';
import { plansOf } from './rows.ts';
import type { Provider } from './types.ts';

const flags = 'https://cloud.google.com/sql/docs/postgres/flags';
const bands = from('third-party copy', flags);
const pooling = from('documentation', 'https://docs.cloud.google.com/sql/docs/postgres/managed-connection-pooling');

const plans = plansOf(bands, {
  'db-f1-micro': 25,
  'db-g1-small': 50,
  '3.75-6gb': 100,
  '6-7.5gb': 200,
  '7.5-15gb': 400,
  '15-30gb': 500,
  '30-60gb': 600,
  '60-120gb': 800,
  'from-120gb': 1000,
}).map((plan) => ({ ...plan, settableUpTo: 262_143 }));

/** Google Cloud SQL for PostgreSQL, by bands of memory: from the first figure of a name to below the second. */
export const cloudsqlPostgres: Provider = {
  id: 'gcp-cloudsql-postgres',
  name: 'Google Cloud SQL for PostgreSQL',
  engine: 'postgres',
  plans,
  reserve: {
    ...from('observed', flags),
    key: 'sessions of cloudsqladmin',
    default: 2,
    includesEngine: false,
    note: 'About two sessions of the platform, beside superuser_reserved_connections (3), as seen on db-f1-micro. It varies.',
  },
  pooler: {
    ...pooling,
    product: 'Managed Connection Pooling',
    note: 'In the Enterprise Plus edition only.',
  },
  notes: [
    {
      ...bands,
      text: 'The memory of the largest instance in the chain of primary and replicas decides the band, a replica must not be below its primary, and a change of the setting restarts the instance.',
    },
    { ...bands, text: 'Between the 1.7 GB of db-g1-small and 3.75 GB no default is published.' },
    {
      ...pooling,
      text: 'Managed Connection Pooling runs max(1, vCPU / 4) poolers, each with a pool of its own for every (user, database) pair: a resize to more vCPUs raises the worst case although no pool size changed.',
    },
    {
      ...from('documentation', 'https://cloud.google.com/sql/docs/postgres/sql-proxy'),
      text: 'The Cloud SQL Auth Proxy and the language connectors pass connections on one to one: they do not pool.',
    },
  ],
};

/** Google Cloud SQL for MySQL: no figures are published. */
export const cloudsqlMysql: Provider = {
  id: 'gcp-cloudsql-mysql',
  name: 'Google Cloud SQL for MySQL',
  engine: 'mysql',
  plans: [],
  notes: [
    {
      ...from('documentation', 'https://cloud.google.com/sql/docs/mysql/flags'),
      text: 'Google publishes no table of defaults: give max_connections as SHOW VARIABLES says it.',
    },
    {
      ...from('documentation', 'https://cloud.google.com/sql/docs/mysql/managed-connection-pooling'),
      text: 'Managed Connection Pooling for MySQL is a thread pool inside the server: it limits threads, not connections. It needs Enterprise Plus, and turning it on restarts the database.',
    },
  ],
};

const alloydbPooling = from(
  'documentation',
  'https://docs.cloud.google.com/alloydb/docs/configure-managed-connection-pooling',
);

/** Google AlloyDB: no figures are published. */
export const alloydb: Provider = {
  id: 'gcp-alloydb',
  name: 'Google AlloyDB for PostgreSQL',
  engine: 'postgres',
  plans: [],
  pooler: {
    ...alloydbPooling,
    product: 'Managed connection pooling',
    note: 'Port 6432, off by default, transaction mode by default. It works through the Auth Proxy and the language connectors, which an earlier edition of the page denied.',
  },
  notes: [
    {
      ...from('documentation', 'https://docs.cloud.google.com/alloydb/docs/reference/database-flags'),
      text: 'A read pool needs max_connections at least as high as the primary. No table of defaults was found: give max_connections.',
    },
    {
      ...from('documentation', 'https://cloud.google.com/blog/products/databases/alloydb-managed-connection-pooling'),
      text: 'Google claims 3 times the clients and up to 5 times the transactions of direct connections for its managed pooling.',
    },
  ],
};
