import { emptyPools } from './code.ts';
import { comment } from './comment.ts';
import { distinct } from './distinct.ts';
import { poolName } from './pools.ts';
import type { GenerateTarget, SizedPool } from './types.ts';

/** Environment variables: `NAME_POOL=16`, in the one form that shells, Docker, systemd and dotenv all read. */
export const env: GenerateTarget = {
  name: 'env',
  about: 'environment variables, NAME_POOL for each pool',
  comment: '#',
  of: 'services',
  clients: null,
  several: true,
  lines: (services) => {
    distinct(
      services.flatMap(({ pools }) => pools),
      variable,
    );
    return services.flatMap((service) => [
      '',
      ...comment('#', service.perNode),
      ...emptyPools('#', service),
      ...service.pools.flatMap((each) => [...comment('#', `${poolName(each)}: ${each.origin}`), ...variables(each)]),
    ]);
  },
};

/** Where there is overflow, the parts of the sum as well. */
function variables(each: SizedPool): string[] {
  const name = variable(each);
  const { size, overflow } = each.pool;
  const parts = overflow > 0 ? [`${name}_SIZE=${size}`, `${name}_OVERFLOW=${overflow}`] : [];
  return [`${name}=${each.most}`, ...parts];
}

/** `WEB_API_REPLICA_POOL`; what no variable may contain or begin with becomes `_`. */
function variable(each: SizedPool): string {
  const name = poolName(each)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '_');
  return `${/^[0-9]/.test(name) ? '_' : ''}${name}_POOL`;
}
