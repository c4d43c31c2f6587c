import { comment } from './comment.ts';
import { poolName } from './pools.ts';
import { NotWritable, type SizedPool, type Target } from './types.ts';

/** Environment variables: `NAME_POOL=16`, in the one form that shells, Docker, systemd and dotenv all read. */
export const env: Target = {
  name: 'env',
  about: 'environment variables, NAME_POOL for each pool',
  comment: '#',
  of: 'services',
  clients: null,
  several: true,
  lines: (services) => {
    verify(services.flatMap(({ pools }) => pools));
    return services.flatMap(({ perNode, pools, empty }) => [
      '',
      ...comment('#', perNode),
      ...empty.flatMap((name) => comment('#', `Nothing to set for the pool ${name}: it has no connections.`)),
      ...pools.flatMap((each) => [...comment('#', `${poolName(each)}: ${each.origin}`), ...variables(each)]),
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

function verify(pools: readonly SizedPool[]): void {
  const taken = new Map<string, SizedPool>();
  for (const each of pools) {
    const name = variable(each);
    const other = taken.get(name);
    if (other !== undefined) {
      throw new NotWritable(
        `${poolName(other)} and ${poolName(each)} would both be ${name}; ask for each with --service, or rename one`,
      );
    }
    taken.set(name, each);
  }
}
