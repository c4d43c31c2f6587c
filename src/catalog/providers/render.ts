import { from } from '../evidence.ts';
import { plansOf } from './rows.ts';
import type { Provider } from './types.ts';

const docs = from('documentation', 'https://render.com/tutorials/postgres-on-render/connection-limits-and-pooling');

/** Render Postgres, by bands of memory: from the first figure of a name to below the second. */
export const renderPostgres: Provider = {
  id: 'render-postgres',
  name: 'Render Postgres',
  engine: 'postgres',
  plans: plansOf(docs, {
    'under-8gb': 100,
    '8-16gb': 200,
    '16-32gb': 400,
    'from-32gb': 500,
    'legacy-small': 97,
    'legacy-medium': 197,
    'legacy-large': 397,
  }),
  pooler: { ...docs, product: null, note: 'Run your own PgBouncer.' },
  notes: [
    {
      ...docs,
      text: 'Render advises to plan for about ten connections fewer. That is advice, not a reservation: policy.headroom covers it.',
    },
  ],
};
