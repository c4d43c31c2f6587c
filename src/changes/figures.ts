import { worstCases } from '../budget/index.ts';
import type { DatabaseScenario, PoolerScenario } from '../budget/types.ts';
import type { Topology } from '../topology/types.ts';
import type { Figure, Quantity, ScenarioName } from './types.ts';

/** The figures of one topology: any of any other can be asked for, and what does not exist has 0. */
export type Figures = (figure: Figure) => number;

const ofDatabase = { connections: ({ connections }: DatabaseScenario) => connections };
const ofPooler = {
  client_limit: ({ clientLimit }: PoolerScenario) => clientLimit,
  clients: ({ clients }: PoolerScenario) => clients,
  server_connections: ({ serverConnections }: PoolerScenario) => serverConnections,
};

/** What a topology comes to. */
export function figuresOf(topology: Topology): { readonly names: readonly Figure[]; readonly read: Figures } {
  const { databases, poolers } = worstCases(topology);
  const database = new Map(databases.map((each) => [each.name, each]));
  const pooler = new Map(poolers.map((each) => [each.name, each]));
  const names = [
    ...databases.flatMap(({ name, scenarios }) => [
      ...(['usable', 'allowed'] as const).map(
        (quantity): Figure => ({
          kind: 'database',
          name,
          quantity,
          scenario: null,
        }),
      ),
      ...figures('database', name, scenarios, Object.keys(ofDatabase) as Quantity[]),
    ]),
    ...poolers.flatMap(({ name, scenarios }) =>
      figures('pooler', name, scenarios, Object.keys(ofPooler) as Quantity[]),
    ),
  ];
  const read: Figures = ({ kind, name, quantity, scenario }) => {
    if (kind === 'database') {
      const found = database.get(name);
      if (found === undefined) return 0;
      if (quantity === 'usable' || quantity === 'allowed') return found[quantity];
      return value(ofDatabase, quantity, equalTo(found.scenarios, scenario));
    }
    return value(ofPooler, quantity, equalTo(pooler.get(name)?.scenarios ?? [], scenario));
  };
  return { names, read };
}

function figures(
  kind: Figure['kind'],
  name: string,
  scenarios: readonly ScenarioName[],
  quantities: readonly Quantity[],
): Figure[] {
  return quantities.flatMap((quantity) =>
    scenarios.map(({ name: scenario, kind: promise }) => ({
      kind,
      name,
      quantity,
      scenario: { name: scenario, kind: promise },
    })),
  );
}

function value<S>(readers: Readonly<Record<string, (scenario: S) => number>>, quantity: string, from: S | undefined) {
  return from === undefined ? 0 : (readers[quantity]?.(from) ?? 0);
}

/**
 * The scenario, or the one it is equal to where it is not shown: what drains no longer is the plain deploy, and
 * circumstances that do not concern a place, or that nobody declared, are its steady state.
 */
function equalTo<S extends ScenarioName>(scenarios: readonly S[], wanted: ScenarioName | null): S | undefined {
  if (wanted === null) return undefined;
  const find = (name: string) => scenarios.find((scenario) => scenario.name === name);
  const { circumstances, kind } = { circumstances: circumstancesOf(wanted), kind: wanted.kind };
  const declared = find(circumstances === '' ? 'steady' : circumstances) === undefined ? '' : circumstances;
  const prefix = declared === '' ? '' : `${declared}-`;
  if (kind === 'steady') return find(declared === '' ? 'steady' : declared);
  if (kind === 'deploy') return find(`${prefix}deploy`);
  return find(`${prefix}deploy-draining`) ?? find(`${prefix}deploy`);
}

const suffixes = { steady: '', deploy: 'deploy', draining: 'deploy-draining' };

/** The name of a scenario without its deploy variant; empty for the built-in steady state. */
function circumstancesOf({ name, kind }: ScenarioName): string {
  if (kind === 'steady') return name === 'steady' ? '' : name;
  return name === suffixes[kind] ? '' : name.slice(0, -suffixes[kind].length - 1);
}
