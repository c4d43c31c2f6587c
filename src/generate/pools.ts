import { poolPath } from '../topology/pools.ts';
import type { Pool, Service, Topology } from '../topology/types.ts';
import { plural } from '../words/figures.ts';
import { whyChanged } from './settings.ts';
import { type GenerateSource, NotWritable, type SizedPool, type SizedService } from './types.ts';

/** The pools of services as they are written down. Throws NotWritable for one that nothing bounds. */
export function sizedServices(services: readonly Service[], source: GenerateSource): SizedService[] {
  const perNode = new Map(source.budget.services.map((service) => [service.name, service.perNode]));
  const better = new Map(source.recommendations.map((each) => [each.on, each]));
  return services.map((service) => sizedService(service, perNode.get(service.name) ?? 0, source.topology, better));
}

type Better = ReadonlyMap<string, GenerateSource['recommendations'][number]>;

function sizedService(service: Service, connectionsPerNode: number, topology: Topology, better: Better): SizedService {
  const pools: SizedPool[] = [];
  const empty: string[] = [];
  for (const pool of service.pools) {
    const most = pool.size + pool.overflow;
    if (most === Infinity) throw new NotWritable(unbounded(service, pool));
    if (most === 0) empty.push(pool.name);
    else pools.push({ service, pool, most, origin: originOf(service, pool, topology, better) });
  }
  return { service, connectionsPerNode, perNode: perNodeOf(service, connectionsPerNode), pools, empty };
}

const unbounded = (service: Service, pool: Pool): string =>
  `${poolPath(service.name, pool.name)} has no bound, so there is no number to write down; give it one in the topology, or leave out --current`;

/** The only pool of a service, or one without a name of its own. */
export const isDefault = ({ name }: Pool): boolean => name === 'default';

/** `web`, or `web.replica` for a pool with a name of its own. */
export const poolName = ({ service, pool }: SizedPool): string =>
  isDefault(pool) ? service.name : `${service.name}.${pool.name}`;

/** No line numbers: the text shall change when a size does, not when the topology gets a comment. */
function originOf(service: Service, pool: Pool, topology: Topology, better: Better): string {
  const path = poolPath(service.name, pool.name);
  const recommended = better.get(path);
  if (recommended !== undefined) return whyChanged(recommended);
  const origin = topology.origin(
    topology.origin(`services.${service.name}.pools`).kind === 'given' ? path : `services.${service.name}.pool`,
  );
  return origin.kind === 'given' ? 'as in the topology' : `as in the topology, ${origin.reason}`;
}

/** `web: M = 24 a node (2 processes x (5 + 6) + 2 outside of pools), 4 nodes`. */
function perNodeOf({ name, nodes, processes, pools, extras }: Service, most: number): string {
  const sizes = pools.map(({ size, overflow }) => size + overflow);
  const sum = sizes.length > 1 && processes > 1 ? `(${sizes.join(' + ')})` : sizes.join(' + ') || '0';
  const pooled = processes > 1 ? `${processes} processes x ${sum}` : sum;
  const outside = extras.reduce((all, { per, count }) => {
    if (per === 'service') return all;
    return all + (per === 'process' ? processes * count : count);
  }, 0);
  const parts = outside > 0 ? `${pooled} + ${outside} outside of pools` : pooled;
  const made = parts === `${most}` ? '' : ` (${parts})`;
  return `${name}: M = ${most} a node${made}, ${plural(nodes, 'node')}`;
}
