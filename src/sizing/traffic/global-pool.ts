import { worstCases } from '../../budget/index.ts';
import { lostFeatures, transactionPooler } from '../../budget/lost-features.ts';
import type { DatabaseBudget } from '../../budget/types.ts';
import { poolPath } from '../../topology/pools.ts';
import type { Database, Topology } from '../../topology/types.ts';
import type { GlobalPool } from '../types.ts';
import { type Stream, shared, streamOf } from './streams.ts';

/** A pool that goes straight to a database and has traffic with a target. */
interface Straight {
  readonly on: string;
  readonly stream: Stream;
  readonly uses: readonly string[];
}

/**
 * For every database, what the pools that go straight to it and have traffic with a target would need of one
 * transaction-mode pooler in their place: one queue for all of it. Only where that takes fewer connections. `topology` has
 * the recommended sizes.
 */
export function globalPoolsOf(topology: Topology): GlobalPool[] {
  const straight = straightPools(topology);
  const databases = topology.databases.filter(({ name }) => straight.has(name));
  const budgets = databases.length === 0 ? [] : worstCases(alone(topology, databases)).databases;
  return databases.flatMap((database, index) => {
    const pooled = globalPool(database, straight.get(database.name) as Straight[], budgets[index] as DatabaseBudget);
    return pooled !== null && pooled.servers < pooled.replaces ? [pooled] : [];
  });
}

function straightPools({ databases, services }: Topology): Map<string, Straight[]> {
  const pools = new Map(databases.map(({ name }): [string, Straight[]] => [name, []]));
  for (const service of services) {
    const stream = streamOf(service);
    if (stream === null) continue;
    for (const { name, to, uses } of service.pools)
      pools.get(to)?.push({ on: poolPath(service.name, name), stream, uses });
  }
  return new Map([...pools].filter(([, some]) => some.length > 0));
}

/** The topology with nothing but those pools. */
function alone(topology: Topology, databases: readonly Database[]): Topology {
  const names = new Set(databases.map(({ name }) => name));
  return {
    ...topology,
    databases: databases.map((database) => ({ ...database, otherClients: [] })),
    poolers: [],
    services: topology.services.flatMap((service) => {
      const pools = streamOf(service) === null ? [] : service.pools.filter(({ to }) => names.has(to));
      return pools.length === 0 ? [] : [{ ...service, pools, extras: [] }];
    }),
  };
}

function globalPool(
  { name, engine }: Database,
  pools: readonly Straight[],
  { scenarios }: DatabaseBudget,
): GlobalPool | null {
  const pooler = transactionPooler(engine);
  if (pooler === null) return null;
  const { rate, load, servers, percentile, waitWith } = shared(pools.map(({ stream }) => stream));
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
    breaks: pools.flatMap(({ on, uses }) => {
      const lost = lostFeatures(pooler, engine, uses).map(({ feature }) => feature);
      return lost.length === 0 ? [] : [{ on, features: lost }];
    }),
  };
}
