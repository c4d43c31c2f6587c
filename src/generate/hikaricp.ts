import { emptyPools } from './code.ts';
import { comment } from './comment.ts';
import { isDefault } from './pools.ts';
import type { GenerateTarget, SizedPool } from './types.ts';

/** Java properties: HikariCP's own names, or Spring Boot's for a service that says it uses it. */
export const hikaricp: GenerateTarget = {
  name: 'hikaricp',
  about: 'Java properties: maximumPoolSize, or its name in Spring Boot',
  comment: '#',
  of: 'services',
  clients: ['hikaricp', 'spring-boot'],
  several: false,
  lines: (services) =>
    services.flatMap((each) => [
      '',
      ...comment('#', each.perNode),
      ...emptyPools('#', each),
      ...(each.pools.some(({ pool }) => !isDefault(pool))
        ? comment('#', 'What stands before a setting is the name of its pool in the topology.')
        : []),
      ...each.pools.flatMap((pool) => [...comment('#', pool.origin), ...properties(pool)]),
    ]),
};

/** Without minimumIdle a pool holds its most even when idle. */
function properties({ pool, most }: SizedPool): string[] {
  const spring = pool.client === 'spring-boot';
  const prefix = `${isDefault(pool) ? '' : `${pool.name}.`}${spring ? 'spring.datasource.hikari.' : ''}`;
  return [
    `${prefix}${spring ? 'maximum-pool-size' : 'maximumPoolSize'}=${most}`,
    `${prefix}${spring ? 'minimum-idle' : 'minimumIdle'}=${Math.min(pool.min, most)}`,
  ];
}
