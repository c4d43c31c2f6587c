import { from } from '../evidence.ts';
import { gb } from '../sizes.ts';
import type { Provider, ProviderPlan } from './types.ts';

const page = 'https://neon.com/docs/connect/connection-pooling';
const docs = from('documentation', page);

const poolerClients = 10_000;

const plan = (computeUnits: number, maxConnections: number): ProviderPlan => ({
  ...docs,
  name: `${computeUnits}cu`,
  memoryBytes: gb(4 * computeUnits),
  maxConnections,
  poolerClients,
});

/** Neon, by compute units of 4 GB each. */
export const neon: Provider = {
  id: 'neon',
  name: 'Neon',
  engine: 'postgres',
  plans: [
    plan(0.25, 104),
    plan(0.5, 209),
    plan(1, 419),
    plan(2, 839),
    plan(3, 1258),
    plan(4, 1678),
    plan(5, 2098),
    plan(6, 2517),
    plan(7, 2937),
    plan(8, 3357),
    { ...docs, name: '9-56cu', maxConnections: 4000, poolerClients, note: 'Every size from 9 to 56 compute units.' },
  ],
  reserve: {
    ...docs,
    key: "Neon's superuser",
    default: 7,
    includesEngine: true,
    note: 'With 0.25 compute units, 97 of 104 connections are left.',
  },
  pooler: {
    ...docs,
    product: 'PgBouncer in transaction mode',
    note: 'Its pool size is 90 % of max_connections for each (user, database) pair, and it accepts 10,000 clients.',
  },
  notes: [
    {
      ...docs,
      text: 'The pool size is 90 % of max_connections for each (user, database) pair, so two busy pairs ask for 1.8 times the limit, which direct connections share. Beyond it logins queue or fail.',
    },
    {
      ...from('inferred', page),
      text: 'Every published row fits min(floor(104.91 x GB), 4000). How a range of autoscaling decides the figure is not published.',
    },
  ],
};

/** Databricks Lakebase: no figures are published. */
export const lakebase: Provider = {
  id: 'databricks-lakebase',
  name: 'Databricks Lakebase',
  engine: 'postgres',
  plans: [],
  pooler: {
    ...from('documentation', 'https://docs.databricks.com/gcp/en/oltp/projects/connection-pooling'),
    product: 'PgBouncer in transaction mode',
    note: 'Its pool size is about 90 % of max_connections for each (database, user) pair, and it accepts 10,000 clients. For roles with a password only, not for OAuth roles.',
  },
  notes: [],
};
