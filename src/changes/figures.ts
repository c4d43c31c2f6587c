import type { DatabaseBudget, DatabaseScenario, PoolerBudget, PoolerScenario } from '../budget/types.ts';
import { scenariosOf, shownAs } from './scenarios.ts';
import type { Figure, Quantity, WorstCases } from './types.ts';

/** Reads any figure of any topology off the worst cases of one; what does not exist there has 0. */
export type Figures = (figure: Figure) => number;

type Readers<From> = Readonly<Partial<Record<Quantity, (from: From) => number>>>;

const ofDatabase: Readers<DatabaseBudget> = { usable: ({ usable }) => usable, allowed: ({ allowed }) => allowed };
const inDatabase: Readers<DatabaseScenario> = { connections: ({ connections }) => connections };
const inPooler: Readers<PoolerScenario> = {
  client_limit: ({ clientLimit }) => clientLimit,
  clients: ({ clients }) => clients,
  server_connections: ({ serverConnections }) => serverConnections,
};

/** The figures of some worst cases. */
export function figuresOf({ databases, poolers }: WorstCases): Figures {
  const places = {
    database: new Map(databases.map((each) => [each.name, each])),
    pooler: new Map(poolers.map((each) => [each.name, each])),
  };
  return ({ kind, name, quantity, scenario }) => {
    const place: DatabaseBudget | PoolerBudget | undefined = places[kind].get(name);
    if (place === undefined) return 0;
    if (scenario === null) return ofDatabase[quantity]?.(place as DatabaseBudget) ?? 0;
    const shown = shownAs<DatabaseScenario | PoolerScenario>(place.scenarios, scenario);
    if (shown === undefined) return 0;
    return inDatabase[quantity]?.(shown as DatabaseScenario) ?? inPooler[quantity]?.(shown as PoolerScenario) ?? 0;
  };
}

/** Every figure of base and head: databases, then poolers, in the order of the head, those that are gone last. */
export function figureNames(base: WorstCases, head: WorstCases): Figure[] {
  const named = (kind: Figure['kind'], places: readonly (DatabaseBudget | PoolerBudget)[]): Figure[] =>
    [...new Set(places.map(({ name }) => name))].flatMap((name) => {
      const scenarios = scenariosOf(places.filter((place) => place.name === name));
      const limits = kind === 'database' ? (Object.keys(ofDatabase) as Quantity[]) : [];
      const moving = Object.keys(kind === 'database' ? inDatabase : inPooler) as Quantity[];
      return [
        ...limits.map((quantity) => ({ kind, name, quantity, scenario: null })),
        ...moving.flatMap((quantity) => scenarios.map((scenario) => ({ kind, name, quantity, scenario }))),
      ];
    });
  return [
    ...named('database', [...head.databases, ...base.databases]),
    ...named('pooler', [...head.poolers, ...base.poolers]),
  ];
}
