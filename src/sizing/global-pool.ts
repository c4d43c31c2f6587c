import { worstCases } from '../budget/index.ts';
import { lostFeatures, transactionPooler } from '../budget/lost-features.ts';
import type { DatabaseBudget } from '../budget/types.ts';
import type { Database, Topology } from '../topology/types.ts';
import { type Stream, shared, streamOf } from './streams.ts';
import type { GlobalPool } from './types.ts';
import { poolPath } from './with-sizes.ts';

/**
 * For every database, what the pools that go straight to it and have traffic with a target would need of one
 * transaction-mode pooler in their place: one queue for all of it. Only where that takes fewer connections. `topology` has
 * the recommended sizes.
 */
export function globalPoolsOf(topology: Topology): GlobalPool[] {
  const streams = streamsByDatabase(topology);
  if (streams.size === 0) return [];
  const { databases } = worstCases(alone(topology, streams));
  return databases.flatMap((budget) => {
    const database = topology.databases.find(({ name }) => name === budget.name) as Database;
    const pooled = globalPool(topology, database, streams.get(budget.name) as Stream[], budget);
    return pooled !== null && pooled.servers < pooled.replaces ? [pooled] : [];
  });
}

function streamsByDatabase({ databases, services }: Topology): Map<string, Stream[]> {
  const streams = new Map(databases.map(({ name }): [string, Stream[]] => [name, []]));
  for (const service of services) {
    const stream = streamOf(service);
    if (stream !== null) for (const { to } of service.pools) streams.get(to)?.push(stream);
  }
  return new Map([...streams].filter(([, some]) => some.length > 0));
}

/** The topology with nothing but those pools. */
function alone(topology: Topology, streams: ReadonlyMap<string, unknown>): Topology {
  return {
    ...topology,
    databases: topology.databases
      .filter(({ name }) => streams.has(name))
      .map((database) => ({ ...database, otherClients: [] })),
    poolers: [],
    services: topology.services.flatMap((service) => {
      const pools = streamOf(service) === null ? [] : service.pools.filter(({ to }) => streams.has(to));
      return pools.length === 0 ? [] : [{ ...service, pools, extras: [] }];
    }),
  };
}

function globalPool(
  topology: Topology,
  { name, engine }: Database,
  streams: readonly Stream[],
  { scenarios }: DatabaseBudget,
): GlobalPool | null {
  const pooler = transactionPooler(engine);
  if (pooler === null) return null;
  const { rate, load, servers, percentile, waitWith } = shared(streams);
  const breaks = topology.services.flatMap((service) => {
    if (streamOf(service) === null) return [];
    return service.pools.flatMap(({ name: pool, to, uses }) => {
      const lost = to === name ? lostFeatures(pooler, engine, uses).map(({ feature }) => feature) : [];
      return lost.length === 0 ? [] : [{ on: poolPath(service.name, pool), features: lost }];
    });
  });
  return {
    database: name,
    kind: pooler.kind,
    rate,
    load,
    servers,
    clients: Math.max(...scenarios.map(({ connections }) => connections)),
    wait: waitWith(servers),
    percentile,
    replaces: scenarios.find(({ name: scenario }) => scenario === 'steady')?.connections ?? 0,
    breaks,
  };
}
