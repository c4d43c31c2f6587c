import { from } from '../evidence.ts';
import type { Provider } from './types.ts';

const docs = from('documentation', 'railwayapp/docs: content/docs/databases/postgresql-pgbouncer.md');

/** Railway PostgreSQL: the limit is whatever the container is configured with. */
export const railwayPostgres: Provider = {
  id: 'railway-postgres',
  name: 'Railway PostgreSQL',
  engine: 'postgres',
  plans: [],
  pooler: {
    ...docs,
    product: 'PgBouncer service with 1 to 6 nodes',
    note: 'In transaction mode, with DEFAULT_POOL_SIZE 20 and 1000 clients. Both are for each node, so that nodes multiply what the database sees.',
  },
  notes: [{ ...docs, text: 'No plan sets max_connections: it is what the PostgreSQL container is configured with.' }],
};
