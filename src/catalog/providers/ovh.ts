import { from } from '../evidence.ts';
import { gb } from '../sizes.ts';
import type { Provider } from './types.ts';

const thread = from('issue thread', 'https://github.com/ovh/public-cloud-roadmap/issues/120');

/** OVHcloud Managed PostgreSQL, as an employee gave the limits in 2021. */
export const ovhPostgres: Provider = {
  id: 'ovh-postgres',
  name: 'OVHcloud Managed PostgreSQL',
  engine: 'postgres',
  plans: [
    { ...thread, name: '4gb', memoryBytes: gb(4), maxConnections: 200 },
    { ...thread, name: 'largest', maxConnections: 1000 },
  ],
  notes: [],
};
