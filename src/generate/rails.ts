import type { EngineId } from '../catalog/types.ts';
import { emptyPools } from './code.ts';
import { comment } from './comment.ts';
import { isDefault } from './pools.ts';
import { quoted } from './quoted.ts';
import type { GenerateSource, GenerateTarget, SizedPool, SizedService } from './types.ts';
import { engineOf } from './uses.ts';

const adapters: Readonly<Partial<Record<EngineId, string>>> = {
  postgres: 'postgresql',
  cockroachdb: 'cockroachdb',
  mysql: 'mysql2',
  mariadb: 'mysql2',
  sqlserver: 'sqlserver',
  oracle: 'oracle_enhanced',
};

/** Rails' config/database.yml. It is ERB before it is YAML, in its comments too. */
export const rails: GenerateTarget = {
  name: 'rails',
  about: 'config/database.yml: pool',
  comment: '#',
  of: 'services',
  clients: [
    'rails',
    'rails-generated',
    'puma',
    'unicorn',
    'pitchfork',
    'passenger',
    'sidekiq',
    'good-job',
    'solid-queue',
  ],
  several: false,
  lines: (services, source) => services.flatMap((each) => production(each, source)),
};

function production(each: SizedService, source: GenerateSource): string[] {
  const [only, ...others] = each.pools;
  const one = only !== undefined && others.length === 0 && isDefault(only.pool);
  return [
    '',
    ...comment(
      '#',
      'DATABASE_URL goes before what is here, address and password come from there; its pool must not be in it.',
    ),
    '',
    ...comment('#', each.perNode),
    ...emptyPools('#', each),
    ...(each.pools.length === 0 ? [] : ['production:']),
    ...(one
      ? entry(only, source, '  ')
      : each.pools.flatMap((pool) => [`  ${quoted(keyOf(pool, each))}:`, ...entry(pool, source, '    ')])),
  ];
}

/** Rails calls the first of several databases primary. */
function keyOf({ pool }: SizedPool, { service }: SizedService): string {
  const taken = service.pools.some(({ name }) => name === 'primary');
  return isDefault(pool) && !taken ? 'primary' : pool.name;
}

/** `pool` is the one word that every version knows. */
function entry(each: SizedPool, { topology }: GenerateSource, indent: string): string[] {
  const { pool, most, origin } = each;
  const adapter = adapters[engineOf(topology, pool.to)];
  const settings = {
    ...(adapter !== undefined && { adapter }),
    database: quoted(pool.dbname),
    username: quoted(pool.user),
  };
  return [
    ...Object.entries(settings).map(([key, value]) => `${indent}${key}: ${value}`),
    ...comment('#', origin, indent),
    `${indent}pool: ${most}`,
  ];
}
