import { from } from '../evidence.ts';
import { breaks } from './session-state.ts';
import type { PoolerKind } from './types.ts';

const source = from('source code', 'postgresml/pgcat: src/config.rs');
const config = from('documentation', 'postgresml/pgcat: CONFIG.md');
const readme = from('documentation', 'https://github.com/postgresml/pgcat');

/** PgCat, repository of February 2025. */
export const pgcat: PoolerKind = {
  id: 'pgcat',
  name: 'PgCat',
  engines: ['postgres'],
  counting: 'pairs',
  worstCase: 'per instance, to the primary and to every replica of each shard: pool_size for every user, added up',
  per: 'process',
  modes: ['session', 'transaction'],
  defaultMode: 'transaction',
  ...config,
  parameters: [
    {
      key: 'pool_size',
      role: 'pool_size',
      default: null,
      note: 'the source demands it; the documentation speaks of 9, a fallback in the source of 15',
      ...from('source code', ...config.sources, ...source.sources),
    },
    {
      key: 'prepared_statements_cache_size',
      role: 'prepared_statements',
      default: 0,
      note: '0 turns it off',
      ...source,
    },
  ],
  breaks: [
    ...breaks(['session_set', 'advisory_locks', 'sql_prepare'], ['transaction'], readme),
    ...breaks(['listen', 'temporary_tables', 'with_hold_cursors', 'load'], ['transaction'], {
      ...readme,
      certainty: 'inferred',
    }),
    {
      feature: 'protocol_prepared_statements',
      modes: ['transaction'],
      effect: 'breaks',
      survives: { parameter: 'prepared_statements_cache_size', since: null, defaultSince: null },
      ...source,
    },
  ],
  errors: [],
  notes: [
    {
      text: 'Documentation and source disagree on several defaults (pool_size, idle_timeout, server_lifetime, worker_threads).',
      ...from('source code', ...config.sources, ...source.sources),
    },
  ],
};
