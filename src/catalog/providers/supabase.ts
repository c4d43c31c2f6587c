import { from } from '../evidence.ts';
import type { Provider, ProviderPlan } from './types.ts';

const compute = from('documentation', 'supabase/supabase: apps/docs/content/guides/platform/compute-and-disk.mdx');
const connecting = from('documentation', 'https://supabase.com/docs/guides/database/connecting-to-postgres');

const plan = (name: string, maxConnections: number, poolerClients: number): ProviderPlan => ({
  ...compute,
  name,
  maxConnections,
  poolerClients,
});

/** Supabase, by compute size. */
export const supabase: Provider = {
  id: 'supabase',
  name: 'Supabase',
  engine: 'postgres',
  plans: [
    { ...plan('nano', 60, 200), note: 'Older pages say 30.' },
    plan('micro', 60, 200),
    plan('small', 90, 400),
    plan('medium', 120, 600),
    plan('large', 160, 800),
    plan('xl', 240, 1000),
    plan('2xl', 380, 1500),
    plan('4xl', 480, 3000),
    plan('8xl', 490, 6000),
    plan('12xl', 500, 9000),
    plan('16xl', 500, 12_000),
  ],
  reserve: {
    ...from('documentation', 'https://supabase.com/docs/guides/database/connection-management'),
    key: "the platform's own services",
    default: null,
    includesEngine: false,
    note: 'PostgREST, Auth, Storage, Realtime, the health check and the dashboard hold connections, without a fixed number. Supabase advises to give a pool at most about 40 % of max_connections where the REST API is used much, about 80 % otherwise.',
  },
  pooler: {
    ...connecting,
    product: 'Supavisor, and a dedicated PgBouncer on paid plans',
    note: 'Supavisor: port 6543 in transaction mode, 5432 in session mode. The limit on clients is one for each pooler.',
  },
  notes: [
    {
      ...connecting,
      text: 'Supavisor and the dedicated PgBouncer read the same pool size, but each opens its own connections: what they open adds up.',
    },
    {
      ...from('source code', 'https://supabase.com/docs/guides/troubleshooting/supavisor-faq-YyP5tI'),
      text: "Supavisor's pool size counts for each combination of user, database and mode. One page of November 2025 says that the modes share it; the source says they do not.",
    },
    {
      ...compute,
      text: 'max_wal_senders is 5 on the smallest sizes, then 8, 24 and 80: it bounds replicas and change data capture.',
    },
  ],
};
