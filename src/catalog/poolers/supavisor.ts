import { from } from '../evidence.ts';
import { breaks, sessionState } from './session-state.ts';
import type { PoolerKind } from './types.ts';

const code = (file: string) => from('source code', `supabase/supavisor: ${file}`);
const ports = from('documentation', 'https://supabase.com/docs/guides/database/connecting-to-postgres');

/** Supavisor, repository of August 2026: one node of the cluster owns a pool, so nodes do not multiply it. */
export const supavisor: PoolerKind = {
  id: 'supavisor',
  name: 'Supavisor',
  engines: ['postgres'],
  counting: 'pairs',
  worstCase: 'for the whole cluster: the sum over pool keys (user, database, mode, ...) of default_pool_size',
  per: 'cluster',
  hosted: true,
  modes: ['session', 'transaction'],
  defaultMode: null,
  ...code('lib/supavisor.ex'),
  parameters: [
    {
      key: 'default_pool_size',
      role: 'pool_size',
      default: 15,
      note: 'for each user, database and mode',
      ...code('lib/supavisor/tenants/tenant.ex'),
    },
    {
      key: 'default_max_clients',
      role: 'client_limit',
      default: 1000,
      note: 'for each tenant; on Supabase it follows the compute size',
      ...code('lib/supavisor/tenants/tenant.ex'),
    },
  ],
  breaks: [
    ...breaks(sessionState, ['transaction'], { ...ports, certainty: 'inferred' }),
    {
      feature: 'protocol_prepared_statements',
      modes: ['transaction'],
      effect: 'breaks',
      note: 'named statements are behind a feature flag that is off by default',
      ...code('lib/supavisor'),
    },
  ],
  errors: [
    {
      text: 'max clients reached in session mode - max clients are limited to pool_size: %d',
      code: 'EMAXCONNSESSION',
      when: 'a pool in session mode has as many clients as server connections',
      ...code('lib/supavisor/errors/max_connections_error.ex'),
    },
    {
      text: 'max client connections reached, limit: %d',
      code: 'EMAXCONN',
      when: 'the client limit is reached in transaction mode',
      ...code('lib/supavisor/errors/max_connections_error.ex'),
    },
  ],
  notes: [
    {
      text: 'Both modes are served at once, transaction mode on port 6543 and session mode on 5432: declare one pooler for each that is used.',
      ...ports,
    },
    {
      text: 'In session mode a pool takes no more clients than its size; further ones are refused, not queued.',
      ...code('lib/supavisor/manager.ex'),
    },
    {
      text: 'A tenant that authenticates with auth_query has one connection more for each pool key.',
      ...code('lib/supavisor/secret_checker.ex'),
    },
    { text: 'At most 50 pool keys for each tenant (max_pools).', ...code('lib/supavisor.ex') },
    {
      text: 'The dedicated PgBouncer of paid Supabase plans reads the same pool size and opens its own connections: the two add up.',
      ...ports,
    },
  ],
};
