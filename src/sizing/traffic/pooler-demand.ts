import { processesOf } from '../../budget/network/pooler.ts';
import type { Pooler, Service, Topology } from '../../topology/types.ts';
import { type Shared, type Stream, shared, streamOf } from './streams.ts';

/**
 * What one pool of each pooler needs to serve its traffic in time, by the pooler's name: of its (user, database) pairs
 * without a size of their own, the one that needs most, in one process. Only of poolers that share server connections
 * between transactions, count them by pair, and have all their traffic told.
 */
export function poolerNeeds({ poolers, services }: Topology): Map<string, Shared> {
  const streams = new Map(poolers.filter(isShared).map(({ name }) => [name, new Map<string, Stream[] | null>()]));
  for (const service of services) addStreams(streams, service);
  const needs = new Map<string, Shared>();
  for (const pooler of poolers) {
    const pairs = [...(streams.get(pooler.name) ?? [])].filter(([pair]) => !hasEntry(pooler, pair));
    const known = pairs.flatMap(([, each]) => (each === null ? [] : [each]));
    const processes = processesOf(pooler, pooler.nodes);
    if (known.length === 0 || known.length < pairs.length || processes === 0) continue;
    if ((pooler.pairs ?? 0) > (streams.get(pooler.name)?.size ?? 0)) continue;
    const served = known.map((each) => shared(each, processes));
    needs.set(
      pooler.name,
      served.reduce((most, each) => (each.servers > most.servers ? each : most)),
    );
  }
  return needs;
}

const isShared = ({ mode, counting, settings }: Pooler) =>
  mode !== 'session' && counting === 'pairs' && settings.pool_size !== undefined;

const hasEntry = ({ databases }: Pooler, pair: string) =>
  databases.some(({ dbname, poolSize }) => poolSize !== null && pair.endsWith(`\0${dbname}`));

function addStreams(byPooler: ReadonlyMap<string, Map<string, Stream[] | null>>, service: Service): void {
  const stream = streamOf(service);
  const add = (to: string, pair: string, one: Stream | null) => {
    const pairs = byPooler.get(to);
    if (pairs === undefined) return;
    const known = pairs.get(pair);
    pairs.set(pair, one === null || known === null ? null : [...(known ?? []), one]);
  };
  for (const { to, user, dbname, size, overflow } of service.pools) {
    if (stream !== null || size + overflow > 0) add(to, `${user}\0${dbname}`, stream);
  }
  for (const { to, user, dbname } of service.extras) add(to, `${user}\0${dbname}`, null);
}
