import type { Database, Pooler, Service, Topology } from '../topology/types.ts';
import { type Flow, flowsOf } from './flows.ts';
import type { Bipartite } from './max-flow.ts';

/** One (user, database) pair of a pooler, with the pool sizes its database entry gives. Per process, Infinity: no bound. */
export interface Pair {
  readonly user: string;
  readonly dbname: string;
  /** Pool size plus reserve. */
  readonly size: number;
  readonly minSize: number;
}

/** A flow into a pooler, with the pair whose pool serves it. */
export interface PooledFlow extends Flow {
  readonly pair: number;
}

/** A pooler in front of the site's database, and what comes through it. */
export interface PoolerSite {
  readonly pooler: Pooler;
  readonly pairs: readonly Pair[];
  readonly flows: readonly PooledFlow[];
  /** Users on the left, logical databases on the right, an edge for each pair; and each logical database's own limit. */
  readonly graph: Bipartite & { readonly databaseLimits: readonly number[] };
}

/** A flow and where it ends up: sink 0 is the database itself, behind it come the pairs of each pooler. */
export interface SunkFlow {
  readonly sink: number;
  readonly flow: Flow;
}

/** Everything that can open connections on one database. */
export interface Site {
  readonly database: Database;
  readonly direct: readonly Flow[];
  readonly poolers: readonly PoolerSite[];
  /** Services with a flow to the database, straight or through a pooler, in file order. */
  readonly services: readonly Service[];
  /** The sink of each pooler's first pair; the last entry is the number of sinks. */
  readonly offsets: readonly number[];
  readonly flows: ReadonlyMap<string, readonly SunkFlow[]>;
  /** Services that never run together; a service without that word is a group of its own. */
  readonly exclusiveGroups: readonly (readonly Service[])[];
  /** Whether anything stays open when everything idles. */
  readonly idles: boolean;
}

/** One site for each database, in file order. */
export function sitesOf(topology: Topology): Site[] {
  const services = new Map(topology.services.map((service, order) => [service.name, { service, order }]));
  const flows = new Map<string, Flow[]>();
  for (const service of topology.services) for (const flow of flowsOf(service)) push(flows, flow.to, flow);
  const poolers = new Map<string, PoolerSite[]>();
  for (const pooler of topology.poolers) {
    push(poolers, pooler.to, poolerSite(pooler, flows.get(pooler.name) ?? []));
  }
  return topology.databases.map((database) =>
    siteOf(database, flows.get(database.name) ?? [], poolers.get(database.name) ?? [], services),
  );
}

/** What is left of a site when only one of its poolers counts. */
export function poolerAlone(site: Site, pooler: PoolerSite): Site {
  const services = new Map(site.services.map((service, order) => [service.name, { service, order }]));
  return siteOf(site.database, [], [pooler], services);
}

function siteOf(
  database: Database,
  direct: readonly Flow[],
  poolers: readonly PoolerSite[],
  known: ReadonlyMap<string, { service: Service; order: number }>,
): Site {
  const offsets = [1];
  for (const { pairs } of poolers) offsets.push((offsets.at(-1) as number) + pairs.length);
  const flows = new Map<string, SunkFlow[]>();
  for (const flow of direct) push(flows, flow.service, { sink: 0, flow });
  poolers.forEach((pooler, index) => {
    for (const flow of pooler.flows) push(flows, flow.service, { sink: (offsets[index] as number) + flow.pair, flow });
  });
  const services = [...flows.keys()]
    .flatMap((name) => known.get(name) ?? [])
    .sort((a, b) => a.order - b.order)
    .map(({ service }) => service);
  return {
    database,
    direct,
    poolers,
    services,
    offsets,
    flows,
    exclusiveGroups: exclusiveGroups(services),
    idles: [direct, ...poolers.map((pooler) => pooler.flows)].some((some) => some.some(isIdle)),
  };
}

const isIdle = ({ idlePerNode, perService }: Flow): boolean => idlePerNode > 0 || perService > 0;

function exclusiveGroups(services: readonly Service[]): Service[][] {
  const groups = new Map<string | Service, Service[]>();
  for (const service of services) push(groups, service.exclusive ?? service, service);
  return [...groups.values()];
}

function poolerSite(pooler: Pooler, flows: readonly Flow[]): PoolerSite {
  const pairs = new Map<string, Pair & { index: number }>();
  const users = new Map<string, number>();
  const dbnames = new Map<string, number>();
  const pooled = flows.map((flow) => {
    const key = `${flow.user}\0${flow.dbname}`;
    const pair = pairs.get(key) ?? { ...pairOf(pooler, flow.user, flow.dbname), index: pairs.size };
    pairs.set(key, pair);
    return { ...flow, pair: pair.index };
  });
  const list = [...pairs.values()];
  const graph = {
    from: list.map(({ user }) => indexIn(users, user)),
    to: list.map(({ dbname }) => indexIn(dbnames, dbname)),
    databaseLimits: [...dbnames.keys()].map(
      (dbname) => entryOf(pooler, dbname)?.maxDbConnections ?? pooler.maxDbConnections,
    ),
  };
  return { pooler, pairs: list, flows: pooled, graph };
}

const entryOf = (pooler: Pooler, dbname: string) => pooler.databases.find((entry) => entry.dbname === dbname);

function pairOf(pooler: Pooler, user: string, dbname: string): Pair {
  const entry = entryOf(pooler, dbname);
  return {
    user,
    dbname,
    size: (entry?.poolSize ?? pooler.poolSize) + (entry?.reservePoolSize ?? pooler.reservePoolSize),
    minSize: entry?.minPoolSize ?? pooler.minPoolSize,
  };
}

function indexIn(indexes: Map<string, number>, key: string): number {
  const index = indexes.get(key) ?? indexes.size;
  indexes.set(key, index);
  return index;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
