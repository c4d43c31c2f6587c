import { from } from '../evidence.ts';
import type { Provider, ProviderPlan } from './types.ts';

const docs = from('documentation', 'https://www.prisma.io/docs/postgres/database/connection-pooling');

const plan = (name: string, direct: number, pooled: number): ProviderPlan => ({
  ...docs,
  name,
  maxConnections: direct,
  poolerClients: pooled,
  note: `${direct} direct connections; ${pooled} through the pooler.`,
});

/** Prisma Postgres: the limits on direct connections, and on those through its pooler. */
export const prismaPostgres: Provider = {
  id: 'prisma-postgres',
  name: 'Prisma Postgres',
  engine: 'postgres',
  plans: [plan('free', 10, 50), plan('starter', 10, 50), plan('pro', 50, 250), plan('business', 100, 500)],
  reserve: {
    ...docs,
    key: 'work of the platform',
    default: 5,
    includesEngine: true,
    note: 'Of the direct connections.',
  },
  pooler: {
    ...docs,
    product: 'PgBouncer in transaction mode',
    note: 'One for each customer. Connections that idle for 60 minutes are closed.',
  },
  notes: [
    {
      ...docs,
      text: 'A plan gives the limit on direct connections. For services that connect through the pooler give the pooled figure as max_connections instead.',
    },
  ],
};
