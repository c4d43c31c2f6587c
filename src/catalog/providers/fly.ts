import { from } from '../evidence.ts';
import type { Provider, ProviderPlan } from './types.ts';

const docs = from('documentation', 'superfly/docs: mpg/client-configuration.html.md');

const plan = (name: string, maxConnections: number, reservePool: number, poolerClients: number): ProviderPlan => ({
  ...docs,
  name,
  maxConnections,
  poolerClients,
  note: `The most that its PgBouncer opens, whose reserve pool is ${reservePool}.`,
});

/** Fly.io Managed Postgres. */
export const flyMpg: Provider = {
  id: 'fly-mpg',
  name: 'Fly.io Managed Postgres',
  engine: 'postgres',
  plans: [
    plan('basic', 50, 10, 200),
    plan('starter', 50, 10, 200),
    plan('launch', 150, 30, 500),
    plan('scale', 300, 50, 1000),
    plan('performance', 300, 50, 1000),
  ],
  pooler: {
    ...from('documentation', 'superfly/docs: mpg/cluster-configuration.html.md'),
    product: 'PgBouncer on every cluster',
    note: 'In session mode by default, so that each client holds a server connection. Ecto needs transaction mode, and changing the mode restarts the pooler.',
  },
  notes: [],
};
