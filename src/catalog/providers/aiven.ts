import { from } from '../evidence.ts';
import { gib } from '../sizes.ts';
import { plansOf } from './rows.ts';
import type { Provider, ProviderPlan } from './types.ts';

const postgresLimits = from(
  'documentation',
  'aiven/aiven-docs: docs/products/postgresql/reference/pg-connection-limits.md',
);

const small = plansOf(postgresLimits, { developer: 15, free: 20, hobbyist: 25 });

const bySize = ['startup', 'business', 'premium'].flatMap((tier) =>
  plansOf(postgresLimits, {
    [`${tier}-4`]: 100,
    [`${tier}-8`]: 200,
    [`${tier}-16`]: 400,
    [`${tier}-32`]: 800,
    [`${tier}-64`]: 1000,
  }),
);

/** Aiven for PostgreSQL. */
export const aivenPostgres: Provider = {
  id: 'aiven-postgres',
  name: 'Aiven for PostgreSQL',
  engine: 'postgres',
  plans: [...small, ...bySize].map((plan) => ({ ...plan, settableUpTo: 60_000 })),
  reserve: {
    ...postgresLimits,
    key: "Aiven's management",
    default: null,
    includesEngine: false,
    note: 'Aiven may use any number of connections for its management: keep a margin.',
  },
  pooler: {
    ...from('documentation', 'aiven/aiven-docs: docs/products/postgresql/concepts/pg-connection-pooling.md'),
    product: 'PgBouncer, from the Startup plans on',
    note: 'In transaction mode by default, with max_prepared_statements 100. It accepts min(max(GB of memory x 500, 5000), 50,000) clients, and a pool has 1 to 10,000 connections.',
  },
  notes: [
    { ...postgresLimits, text: 'Plans above -64 have the limit of -64.' },
    {
      ...postgresLimits,
      text: 'max_connections can be set from 25 to 60,000, with a restart: raise it on the read replica first. No formula by memory exists.',
    },
  ],
};

const mysqlLimits = from(
  'documentation',
  'aiven/aiven-docs: docs/products/mysql/concepts/max-number-of-connections.md',
);

/** Aiven's rule for MySQL: connections for each GiB of memory, and one more. */
const mysqlLimit = (memoryGib: number): number => (memoryGib < 4 ? 75 : 100) * memoryGib + 1;

const mysqlPlans: readonly ProviderPlan[] = [1, 2, 4, 8, 16, 32, 64].map((memoryGib) => ({
  ...mysqlLimits,
  name: `${memoryGib}gib`,
  memoryBytes: gib(memoryGib),
  maxConnections: mysqlLimit(memoryGib),
}));

/** Aiven for MySQL, by memory. */
export const aivenMysql: Provider = {
  id: 'aiven-mysql',
  name: 'Aiven for MySQL',
  engine: 'mysql',
  plans: [...plansOf(mysqlLimits, { free: 76 }), ...mysqlPlans],
  notes: [
    {
      ...mysqlLimits,
      text: 'The limit is 75 x GiB + 1 below 4 GiB of memory and 100 x GiB + 1 from there on. It cannot be changed.',
    },
  ],
};
