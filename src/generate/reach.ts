import type { DatabaseBudget } from '../budget/types.ts';
import type { EngineId } from '../catalog/types.ts';
import type { Database, NamedCount, Pooler, Target, Topology } from '../topology/types.ts';

/** What a role or logical database holds of a server's connections in its own worst scenario. */
export interface Reach {
  readonly name: string;
  /** Infinity where a pool has no bound. */
  readonly connections: number;
  readonly scenario: string;
}

/** One way in which a service connects. */
export type Use = Target & { readonly service: string };

/**
 * A topology in which every role and logical database has a limit, none that bounds it, so that its budget says what
 * each of them reaches.
 */
export function withEveryName(topology: Topology): Topology {
  const databases = topology.databases.map((database): Database => {
    const uses = usesOf(topology, database.name);
    return {
      ...database,
      roleLimits: unlimited(uses.map(({ user }) => user)),
      databaseLimits: unlimited(uses.map(({ dbname }) => dbname)),
    };
  });
  return { ...topology, databases };
}

const unlimited = (names: readonly string[]): NamedCount[] =>
  [...new Set(names)].map((name) => ({ name, count: Infinity }));

/** Everything that leads to a database or pooler; to a database also through its poolers. */
export function usesOf({ services, poolers }: Topology, target: string): Use[] {
  const ways = new Set([target, ...poolers.filter(({ to }) => to === target).map(({ name }) => name)]);
  return services.flatMap(({ name: service, pools, extras }) =>
    [...pools, ...extras]
      .filter(({ to }) => ways.has(to))
      .map(({ to, user, dbname }) => ({ service, to, user, dbname })),
  );
}

/** The (user, database) pairs that services declare for a pooler. */
export function declaredPairs(topology: Topology, { name }: Pooler): Pick<Target, 'user' | 'dbname'>[] {
  const pairs = usesOf(topology, name).map((use) => [`${use.user}\0${use.dbname}`, use] as const);
  return [...new Map(pairs).values()];
}

/** A pooler of a database that more pairs use than services declare, and how many those are; null where there is none. */
export function undeclaredPooler(topology: Topology, database: string) {
  for (const pooler of topology.poolers) {
    const declared = declaredPairs(topology, pooler).length;
    if (pooler.to === database && pooler.pairs !== null && pooler.pairs > declared) {
      return { name: pooler.name, pairs: pooler.pairs, declared };
    }
  }
  return null;
}

/** What each role reaches over all scenarios of a budget that was made of `withEveryName`. */
export const rolesOf = (budget: DatabaseBudget): Reach[] => reachOf(budget, 'roles');

/** The same for logical databases. */
export const logicalDatabasesOf = (budget: DatabaseBudget): Reach[] => reachOf(budget, 'logicalDatabases');

function reachOf({ scenarios }: DatabaseBudget, what: 'roles' | 'logicalDatabases'): Reach[] {
  const most = new Map<string, Reach>();
  for (const scenario of scenarios) {
    for (const { name, connections } of scenario[what]) {
      const known = most.get(name);
      if (known === undefined || connections > known.connections) {
        most.set(name, { name, connections, scenario: scenario.name });
      }
    }
  }
  return [...most.values()];
}

/** The engine of the database behind a target. */
export function engineOf({ databases, poolers }: Topology, to: string): EngineId {
  const name = poolers.find((pooler) => pooler.name === to)?.to ?? to;
  return databases.find((database) => database.name === name)?.engine ?? 'other';
}
