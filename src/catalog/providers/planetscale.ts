import { from } from '../evidence.ts';
import type { Provider } from './types.ts';

const docs = from('documentation', 'https://planetscale.com/docs/postgres/connecting');

/** PlanetScale for Postgres: no figures are published. */
export const planetscalePostgres: Provider = {
  id: 'planetscale-postgres',
  name: 'PlanetScale for Postgres',
  engine: 'postgres',
  plans: [],
  pooler: {
    ...docs,
    product: 'PgBouncer on the primary, and dedicated ones for primary and replicas',
    note: 'Port 6432, transaction mode by default. PlanetScale advises default_pool_size 20 and max_user_connections of 70 to 85 % of max_connections.',
  },
  notes: [{ ...docs, text: 'No table of max_connections by cluster size was found: give max_connections.' }],
};
