import { from } from '../evidence.ts';
import { pgbouncer } from './pgbouncer.ts';
import { breaks, sessionState } from './session-state.ts';
import type { PoolerKind } from './types.ts';

const azure = from(
  'documentation',
  'https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-pgbouncer',
);
const azureInferred = from('inferred', ...azure.sources, 'https://www.pgbouncer.org/features.html');
const heroku = from('documentation', 'https://devcenter.heroku.com/articles/postgres-connection-pooling');

/** The PgBouncer that Azure's flexible server runs on the database's own machine. Parameters go by `pgbouncer.NAME` there. */
export const azurePgbouncer: PoolerKind = {
  id: 'azure-pgbouncer',
  name: 'PgBouncer built into Azure Database for PostgreSQL',
  engines: ['postgres'],
  counting: 'pairs',
  worstCase: 'the sum over (database, user) pairs of default_pool_size',
  per: 'process',
  hosted: true,
  modes: pgbouncer.modes,
  defaultMode: 'transaction',
  ...azure,
  parameters: [
    { key: 'default_pool_size', role: 'pool_size', default: 50, note: '1 to 4950, for each pair', ...azure },
    { key: 'min_pool_size', role: 'min_pool_size', default: 0, ...azure },
    { key: 'max_client_conn', role: 'client_limit', default: 5000, note: '1 to 50000', ...azure },
    {
      key: 'max_prepared_statements',
      role: 'prepared_statements',
      default: 0,
      note: '0 to 5000; off by default, unlike PgBouncer since 1.24',
      ...azure,
    },
  ],
  breaks: [
    ...breaks(sessionState, ['transaction', 'statement'], azureInferred),
    {
      feature: 'protocol_prepared_statements',
      modes: ['transaction', 'statement'],
      effect: 'breaks',
      survives: { parameter: 'max_prepared_statements', since: null, defaultSince: null },
      ...azureInferred,
    },
    { feature: 'transactions', modes: ['statement'], effect: 'breaks', ...azureInferred },
  ],
  errors: [],
  notes: [
    {
      text: "One instance on the server's machine; on an elastic cluster one on each node, which `nodes` declares.",
      ...azure,
    },
  ],
};

/** Server-side pooling on Heroku Postgres: its pool shares the plan's limit with direct connections. */
export const herokuPgbouncer: PoolerKind = {
  id: 'heroku-pgbouncer',
  name: 'Heroku server-side connection pooling',
  engines: ['postgres'],
  counting: 'pairs',
  worstCase: 'default_pool_size for each (database, user) pair, within the connection limit of the plan',
  per: 'process',
  hosted: true,
  modes: ['transaction'],
  defaultMode: 'transaction',
  ...heroku,
  parameters: [
    {
      key: 'default_pool_size',
      role: 'pool_size',
      default: 250,
      note: 'what one user read in 2019, plan not stated; the customer cannot set it',
      ...from('observed', 'https://github.com/heroku/heroku-buildpack-pgbouncer/issues/120'),
    },
    {
      key: 'max_client_conn',
      role: 'client_limit',
      default: null,
      note: 'not published; depends on the plan',
      ...heroku,
    },
  ],
  breaks: breaks(sessionState, ['transaction'], { ...heroku, certainty: 'inferred' }),
  errors: [],
  notes: [
    {
      text: 'The pool runs on the database host; direct connections count against the same limit of the plan.',
      ...heroku,
    },
    {
      text: 'The PgBouncer buildpack is another thing: one PgBouncer in each dyno, with no coordination between them. Declare it as `pgbouncer` with the dynos as nodes.',
      ...from('issue thread', 'https://github.com/heroku/heroku-buildpack-pgbouncer/issues/51'),
    },
  ],
};
