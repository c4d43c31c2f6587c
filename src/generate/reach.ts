import type { DatabaseBudget } from '../budget/types.ts';
import type { Database, NamedCount, Topology } from '../topology/types.ts';
import { usesOf } from './uses.ts';

/** What a role or logical database holds of a server's connections in its own worst scenario. */
export interface Reach {
  readonly name: string;
  /** Infinity where a pool has no bound. */
  readonly connections: number;
  readonly scenario: string;
}

/**
 * A topology in which every role and logical database of some servers has a limit, none that bounds it, so that its
 * budget says what each of them reaches.
 */
export function withEveryName(topology: Topology, servers: readonly string[]): Topology {
  const wanted = new Set(servers);
  const databases = topology.databases.map((database): Database => {
    if (!wanted.has(database.name)) return database;
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
