import { byService, python } from './code.ts';
import { comment } from './comment.ts';
import { quoted } from './quoted.ts';
import { type GenerateSource, type GenerateTarget, NotWritable, type SizedPool } from './types.ts';
import { engineOf } from './uses.ts';

/** A module with the DATABASES of every service, each with Django's own pool. */
export const django: GenerateTarget = {
  name: 'django',
  about: 'Python: DATABASES with the pool of Django 5.1 and later',
  comment: '#',
  of: 'services',
  clients: ['django', 'django-asgi', 'django-psycopg-pool'],
  several: true,
  lines: (services, source) => [
    '',
    ...comment(
      '#',
      'In settings: DATABASES = DATABASES_OF["SERVICE"], then HOST and PASSWORD. It takes psycopg[pool].',
    ),
    'DATABASES_OF = {',
    ...byService(python, services, (pool) => entry(pool, source)),
    '}',
  ],
};

/** A pool other than psycopg's Django does not have; persistent connections beside one stop its start. */
function entry({ pool, most, service }: SizedPool, { topology }: GenerateSource): readonly [string, ...string[]] {
  if (engineOf(topology, pool.to) !== 'postgres')
    throw new NotWritable(`Django has a pool for PostgreSQL alone, and ${service.name} connects to something else`);
  const pooler = topology.poolers.find(({ name }) => name === pool.to);
  return [
    '{',
    '    "ENGINE": "django.db.backends.postgresql",',
    `    "NAME": ${quoted(pool.dbname)},`,
    `    "USER": ${quoted(pool.user)},`,
    '    "CONN_MAX_AGE": 0,',
    ...(pooler === undefined || pooler.mode === 'session' ? [] : ['    "DISABLE_SERVER_SIDE_CURSORS": True,']),
    `    "OPTIONS": {"pool": {"min_size": ${Math.min(pool.min, most)}, "max_size": ${most}}},`,
    '}',
  ];
}
