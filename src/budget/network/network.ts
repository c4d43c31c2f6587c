import type { Database, Pooler, Service, Topology } from '../../topology/types.ts';
import { type Flow, flowsOf } from '../demand/flows.ts';
import type { Subject } from '../demand/scenarios.ts';
import type { Bipartite } from './max-flow.ts';

/** One (user, database) pair of a pooler, with the pool sizes its database entry gives. Per process, Infinity: no bound. */
export interface Pair {
  readonly user: string;
  readonly dbname: string;
  /** Pool size plus reserve. */
  readonly size: number;
  readonly minSize: number;
}

/** A pooler in front of the network's database, and what comes through it. */
export interface PoolerNetwork {
  readonly pooler: Pooler;
  readonly pairs: readonly Pair[];
  /** Users on the left, logical databases on the right, an edge for each pair; and each logical database's own limit. */
  readonly graph: Bipartite & { readonly databaseLimits: readonly number[] };
}

/** A flow and where it ends up: edge 0 is the database itself, behind it come the pairs of each pooler. */
export interface RoutedFlow {
  readonly edge: number;
  readonly flow: Flow;
}

/** A service with a flow to the database, straight or through a pooler. */
export interface Member {
  readonly service: Service;
  /** Its place among all services of the topology. */
  readonly order: number;
  readonly flows: readonly RoutedFlow[];
}

/** Everything that can open connections on one database. */
export interface DatabaseNetwork {
  readonly database: Database;
  readonly poolers: readonly PoolerNetwork[];
  /** In file order. */
  readonly members: readonly Member[];
  /** The edge of each pooler's first pair; the last entry is the number of edges. */
  readonly firstEdges: readonly number[];
  /** Members that never run together, by their indexes; a service without that word is a group of its own. */
  readonly exclusiveGroups: readonly (readonly number[])[];
  /** Whether anything stays open when everything idles. */
  readonly idles: boolean;
}

/** Everything in the network that can be deployed. */
export const subjectsOf = ({ members, poolers }: DatabaseNetwork): Subject[] => [
  ...members.map(({ service }) => service),
  ...poolers.map(({ pooler }) => pooler),
];

/** What the network says that a service opens; nothing for one that has no part in it. */
export const flowsIn = (network: DatabaseNetwork, service: string): readonly RoutedFlow[] =>
  network.members.find((member) => member.service.name === service)?.flows ?? [];

/** One network for each database, in file order. */
export function networksOf(topology: Topology): DatabaseNetwork[] {
  const bound = new Map<string, BoundFlow[]>();
  topology.services.forEach((service, order) => {
    for (const flow of flowsOf(service)) push(bound, flow.to, { service, order, flow });
  });
  const poolers = new Map<string, [Pooler, readonly BoundFlow[]][]>();
  for (const pooler of topology.poolers) push(poolers, pooler.to, [pooler, bound.get(pooler.name) ?? []]);
  return topology.databases.map((database) =>
    networkOf(database, bound.get(database.name) ?? [], poolers.get(database.name) ?? []),
  );
}

/** What is left of a network when only one of its poolers counts. */
export function poolerAlone(network: DatabaseNetwork, { pooler }: PoolerNetwork): DatabaseNetwork {
  const bound = network.members.flatMap(({ service, order, flows }) =>
    flows.filter(({ flow }) => flow.to === pooler.name).map(({ flow }) => ({ service, order, flow })),
  );
  return networkOf(network.database, [], [[pooler, bound]]);
}

/** A flow with the service it belongs to. */
interface BoundFlow {
  readonly service: Service;
  readonly order: number;
  readonly flow: Flow;
}

function networkOf(
  database: Database,
  direct: readonly BoundFlow[],
  pooled: readonly (readonly [Pooler, readonly BoundFlow[]])[],
): DatabaseNetwork {
  const members = new Map<number, { service: Service; order: number; flows: RoutedFlow[] }>();
  const edge = ({ service, order, flow }: BoundFlow, edge: number) => {
    const member = members.get(order);
    if (member) member.flows.push({ edge, flow });
    else members.set(order, { service, order, flows: [{ edge, flow }] });
  };
  for (const bound of direct) edge(bound, 0);
  const offsets = [1];
  const poolers = pooled.map(([pooler, flows]) => {
    const offset = offsets.at(-1) as number;
    const { network, pairOf } = poolerNetwork(pooler, flows);
    flows.forEach((bound, index) => {
      edge(bound, offset + (pairOf[index] as number));
    });
    offsets.push(offset + network.pairs.length);
    return network;
  });
  const list = [...members.values()].sort((a, b) => a.order - b.order);
  return {
    database,
    poolers,
    members: list,
    firstEdges: offsets,
    exclusiveGroups: exclusiveGroups(list),
    idles: list.some(({ flows }) => flows.some(({ flow }) => flow.idlePerNode > 0 || flow.perService > 0)),
  };
}

function exclusiveGroups(members: readonly Member[]): number[][] {
  const groups: number[][] = [];
  const byWord = new Map<string, number[]>();
  members.forEach(({ service: { exclusive } }, index) => {
    const known = exclusive === null ? undefined : byWord.get(exclusive);
    if (known) {
      known.push(index);
      return;
    }
    const group = [index];
    groups.push(group);
    if (exclusive !== null) byWord.set(exclusive, group);
  });
  return groups;
}

/** A pooler's pairs and their limits, and the pair of each flow. */
function poolerNetwork(pooler: Pooler, flows: readonly BoundFlow[]): { network: PoolerNetwork; pairOf: number[] } {
  const pairs: Pair[] = [];
  const indexes = new Map<string, number>();
  const users = new Map<string, number>();
  const dbnames = new Map<string, number>();
  const pairOf = flows.map(({ flow: { user, dbname } }) => {
    const index = indexIn(indexes, `${user}\0${dbname}`);
    pairs[index] ??= newPair(pooler, user, dbname);
    return index;
  });
  const graph = {
    from: pairs.map(({ user }) => indexIn(users, user)),
    to: pairs.map(({ dbname }) => indexIn(dbnames, dbname)),
    databaseLimits: [...dbnames.keys()].map(
      (dbname) => entryOf(pooler, dbname)?.maxDbConnections ?? pooler.maxDbConnections,
    ),
  };
  return { network: { pooler, pairs, graph }, pairOf };
}

const entryOf = (pooler: Pooler, dbname: string) => pooler.databases.find((entry) => entry.dbname === dbname);

function newPair(pooler: Pooler, user: string, dbname: string): Pair {
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
