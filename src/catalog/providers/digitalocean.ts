import { from } from '../evidence.ts';
import { gib } from '../sizes.ts';
import type { Provider } from './types.ts';

const docs = from(
  'documentation',
  'https://www.digitalocean.com/docs/databases/how-to/postgresql/manage-connection-pools/',
);

/** DigitalOcean Managed PostgreSQL: 25 connections for each GiB of memory. */
export const digitaloceanPostgres: Provider = {
  id: 'digitalocean-postgres',
  name: 'DigitalOcean Managed PostgreSQL',
  engine: 'postgres',
  plans: [1, 2, 4, 8].map((memoryGib) => ({
    ...docs,
    name: `${memoryGib}gib`,
    memoryBytes: gib(memoryGib),
    maxConnections: 25 * memoryGib,
  })),
  reserve: {
    ...docs,
    key: 'maintenance',
    default: 3,
    includesEngine: true,
    note: '1 GiB leaves 22 of 25 connections.',
  },
  pooler: {
    ...docs,
    product: 'PgBouncer',
    note: 'Port 25061, beside 25060 for direct connections. Named pools are carved out of the usable connections: their sizes and the direct connections together must stay below them. About half is advised to start with.',
  },
  notes: [
    {
      ...docs,
      text: 'Whether large nodes have a cap is not known: give max_connections above 8 GiB.',
    },
  ],
};
