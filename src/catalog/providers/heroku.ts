import { from } from '../evidence.ts';
import { plansOf } from './rows.ts';
import type { Provider } from './types.ts';

const article = 'https://goldlapel.com/blog/heroku-postgresql-optimization';
const roadmap = (issue: number): string => `https://github.com/heroku/roadmap/issues/${issue}`;
const pooling = from('documentation', 'https://devcenter.heroku.com/articles/postgres-connection-pooling');

const table = from('third-party copy', article);
const conflict = 'A page of Heroku shows a Standard 0 database with 400: heroku pg:info prints the real limit.';

/** Heroku Postgres, the classic plans. */
export const herokuPostgres: Provider = {
  id: 'heroku-postgres',
  name: 'Heroku Postgres (Essential, Standard, Premium, Private, Shield)',
  engine: 'postgres',
  plans: [
    ...plansOf(table, { 'essential-0': 20, 'essential-1': 20 }),
    { ...from('issue thread', roadmap(292), article), name: 'essential-2', maxConnections: 40 },
    {
      ...from('third-party copy', article, ...pooling.sources),
      name: 'standard-0',
      maxConnections: 120,
      note: conflict,
    },
    ...plansOf(table, { 'premium-0': 120, 'standard-2': 400, 'premium-2': 400 }),
    {
      ...from('issue thread', roadmap(158)),
      name: 'largest',
      maxConnections: 500,
      note: 'The ceiling of every classic plan; the table of plans -3 to -10 was not found.',
    },
  ],
  pooler: {
    ...pooling,
    product: 'PgBouncer on the host of the database',
    note: 'On Standard, Premium, Private and Shield; not on Essential and Advanced.',
  },
  notes: [
    {
      ...pooling,
      text: 'Sources disagree about Standard 0: 120 in a table of 2026, 400 in the sample output of a page of Heroku. The plan counts 120; heroku pg:info prints the real limit.',
    },
    {
      ...pooling,
      text: "The server-side pooler shares the plan's connections with those that go straight to the database.",
    },
    {
      ...from('issue thread', 'https://github.com/heroku/heroku-buildpack-pgbouncer/issues/51'),
      text: 'The PgBouncer buildpack runs one PgBouncer a dyno, and they know nothing of each other: the database sees (default_pool_size + reserve_pool_size) x pairs x dynos.',
    },
  ],
};

const advanced = from('documentation', 'https://devcenter.heroku.com/articles/postgres-advanced-connection-limits');

/** Heroku Postgres Advanced. */
export const herokuPostgresAdvanced: Provider = {
  id: 'heroku-postgres-advanced',
  name: 'Heroku Postgres Advanced (limited availability)',
  engine: 'postgres',
  plans: plansOf(advanced, {
    '4g-performance': 380,
    '8g-performance': 800,
    '16g-performance': 1600,
    '32g-performance': 3200,
    '64g-performance': 5000,
    '128g-performance': 5000,
    '256g-performance': 5000,
    '384g-performance': 5000,
    '512g-performance': 5000,
    '768g-performance': 5000,
    '1536g-performance': 5000,
  }),
  pooler: { ...pooling, product: null, note: 'Server-side pooling is not supported on Advanced yet.' },
  notes: [
    {
      ...advanced,
      text: 'The limit is that of one instance, 5000 at most. A leader pool has the limit of one instance: its standby serves no clients and adds nothing.',
    },
  ],
};
