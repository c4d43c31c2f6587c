import { from } from '../evidence.ts';
import { gb } from '../sizes.ts';
import type { Provider } from './types.ts';

const docs = from(
  'documentation',
  'https://docs.ionos.com/sections-test/guides/databases/postgresql/overview/limitations.md',
);

const limits: readonly (readonly [memoryGb: number, maxConnections: number])[] = [
  [4, 384],
  [5, 512],
  [6, 640],
  [7, 768],
  [8, 896],
];

/** IONOS Cloud PostgreSQL, by memory. */
export const ionosPostgres: Provider = {
  id: 'ionos-postgres',
  name: 'IONOS Cloud PostgreSQL',
  engine: 'postgres',
  plans: [
    ...limits.map(([memoryGb, maxConnections]) => ({
      ...docs,
      name: `${memoryGb}gb`,
      memoryBytes: gb(memoryGb),
      maxConnections,
    })),
    { ...docs, name: 'above-8gb', maxConnections: 1000 },
  ],
  reserve: {
    ...docs,
    key: 'superuser slots and replication',
    default: 11,
    includesEngine: true,
  },
  pooler: { ...docs, product: 'PgBouncer' },
  notes: [],
};
