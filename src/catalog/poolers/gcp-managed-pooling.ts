import { from } from '../evidence.ts';
import { breaks, sessionState } from './session-state.ts';
import type { PoolerKind } from './types.ts';

const docs = from('documentation', 'https://docs.cloud.google.com/sql/docs/postgres/managed-connection-pooling');

/** Managed Connection Pooling of Cloud SQL for PostgreSQL: declare one node for each pooler that the machine runs. */
export const gcpManagedPooling: PoolerKind = {
  id: 'gcp-managed-pooling',
  name: 'Cloud SQL Managed Connection Pooling',
  engines: ['postgres'],
  counting: 'pairs',
  worstCase: 'poolers x (database, user) pairs x max_pool_size, with max(1, vCPU / 4) poolers: `nodes` declares them',
  per: 'process',
  hosted: true,
  modes: ['transaction', 'session'],
  defaultMode: 'transaction',
  ...docs,
  certainty: 'inferred',
  parameters: [
    {
      key: 'max_pool_size',
      role: 'pool_size',
      default: null,
      note: 'for each pair and pooler; not published',
      ...docs,
    },
    { key: 'max_client_connections', role: 'client_limit', default: null, note: 'not published', ...docs },
  ],
  breaks: breaks(sessionState, ['transaction'], { ...docs, certainty: 'inferred' }),
  errors: [],
  notes: [
    { text: 'Poolers by size: 1 with 2 or 4 vCPU, 2 with 8, 4 with 16. Each has its own pools.', ...docs },
    {
      text: 'A resize to more vCPU raises the worst case while max_pool_size stays the same.',
      ...docs,
      certainty: 'inferred',
    },
    { text: 'Enterprise Plus edition only, from maintenance version R20250727.00_14 on.', ...docs },
    {
      text: 'Neither the Cloud SQL Auth Proxy nor a connector pools: one connection in, one out.',
      ...from('documentation', 'https://cloud.google.com/sql/docs/postgres/sql-proxy'),
    },
    {
      text: 'Under the same name Cloud SQL for MySQL has a thread pool: it limits threads, not connections.',
      ...from('documentation', 'https://cloud.google.com/sql/docs/mysql/managed-connection-pooling'),
    },
  ],
};
