import type { Pool, Service } from '../topology/types.ts';
import { NotWritable, type SizedPool, type SizedService, type Source } from './types.ts';

/** The pools of a service as they are written down. Throws NotWritable for one that nothing bounds. */
export function sizedService(service: Service, source: Source): SizedService {
  const pools: SizedPool[] = [];
  const empty: string[] = [];
  for (const pool of service.pools) {
    const most = pool.size + pool.overflow;
    if (most === Infinity) throw new NotWritable(unbounded(service, pool));
    if (most === 0) empty.push(pool.name);
    else pools.push({ service, pool, most, origin: originOf(service, pool, source) });
  }
  return { service, perNode: perNodeOf(service, source), pools, empty };
}

const unbounded = (service: Service, pool: Pool): string =>
  `${pathOf(service, pool)} has no bound, so there is no number to write down; give it one in the topology, or leave out --current`;

const pathOf = (service: Service, pool: Pool): string => `services.${service.name}.pools.${pool.name}`;

/** The only pool of a service, or one without a name of its own. */
export const isDefault = ({ name }: Pool): boolean => name === 'default';

/** `web`, or `web.replica` for a pool with a name of its own. */
export const poolName = ({ service, pool }: SizedPool): string =>
  isDefault(pool) ? service.name : `${service.name}.${pool.name}`;

/** No line numbers: the text shall change when a size does, not when the topology gets a comment. */
function originOf(service: Service, pool: Pool, { recommendations, topology }: Source): string {
  const path = pathOf(service, pool);
  const better = recommendations.find(({ on }) => on === path);
  if (better !== undefined) {
    const today = better.current === Infinity ? 'unbounded' : `${better.current}`;
    return `recommended, ${today} in the topology: ${better.reason}`;
  }
  const origin = topology.origin(
    topology.origin(`services.${service.name}.pools`).kind === 'given' ? path : `services.${service.name}.pool`,
  );
  return origin.kind === 'given' ? 'as in the topology' : `as in the topology, ${origin.reason}`;
}

/** `M = 24 a node: 2 processes x (5 + 6) + 2 outside of pools; 4 nodes`. */
function perNodeOf({ name, nodes, processes, pools, extras }: Service, { budget }: Source): string {
  const most = budget.services.find((service) => service.name === name)?.perNode ?? 0;
  const sizes = pools.map(({ size, overflow }) => size + overflow);
  const sum = sizes.length > 1 && processes > 1 ? `(${sizes.join(' + ')})` : sizes.join(' + ') || '0';
  const pooled = processes > 1 ? `${processes} processes x ${sum}` : sum;
  const outside = extras.reduce((all, { per, count }) => {
    if (per === 'service') return all;
    return all + (per === 'process' ? processes * count : count);
  }, 0);
  const parts = outside > 0 ? `${pooled} + ${outside} outside of pools` : pooled;
  const made = parts === `${most}` ? '' : ` (${parts})`;
  return `${name}: M = ${most} a node${made}, ${nodes} ${nodes === 1 ? 'node' : 'nodes'}`;
}
