import { from } from '../evidence.ts';
import type { Provider } from './types.ts';

const docs = from('documentation', 'https://docs.crunchybridge.com/how-to/pgbouncer');

/** Crunchy Bridge: the same default on every plan. */
export const crunchyBridge: Provider = {
  id: 'crunchy-bridge',
  name: 'Crunchy Bridge',
  engine: 'postgres',
  plans: [
    {
      ...docs,
      name: 'default',
      maxConnections: 500,
      note: 'Of every plan. It can be raised with a restart, and replicas need the same or more.',
    },
  ],
  pooler: {
    ...docs,
    product: 'PgBouncer',
    note: 'Port 5431, transaction mode by default. Each database needs the extension crunchy_pooler, and superusers and replication roles cannot use it.',
  },
  notes: [
    {
      ...from('documentation', 'https://docs.crunchybridge.com/concepts/connection-pooling/'),
      text: 'Pages disagree about where pooling is available: on every instance, or on Standard and Memory-optimized plans only. Do not count on it on Hobby plans.',
    },
  ],
};
