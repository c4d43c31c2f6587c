import type { DatabaseDerivation, WorstCase } from '../../../budget/derivation/types.ts';
import type { Database, Topology } from '../../../topology/types.ts';
import { noun } from '../../../words/figures.ts';
import { deploysStatement, leftOutStatements } from './deploys.ts';
import { estimate, factorOf, keyed } from './given.ts';
import { openingStatement } from './opens.ts';
import { overview, pooledStatements } from './pooled.ts';
import { because, type Explanation, type Piece, type StatedNumber, type Statement, say } from './statement.ts';

/** How the worst case of a database comes about, addend by addend. */
export function explainDatabase(topology: Topology, derivation: DatabaseDerivation): Explanation {
  const { name, scenario, worst } = derivation;
  const database = topology.databases.find((each) => each.name === name) as Database;
  const addends = [...addendStatements(topology, worst), ...otherStatements(topology, database)];
  const named = addends.flatMap(({ addend }) => (addend ? [addend] : []));
  const limits = derivation.limits.map((limit) => limitStatement(topology, name, limit));
  return {
    title: say`${name} in ${scenario.name}: ${scenario.connections} ${noun(scenario.connections, 'connection')}, ${comparison(derivation)}`,
    statements: [
      ...roomStatements(topology, database, derivation),
      ...overview(scenario.connections, named),
      ...addends,
      deploysStatement(topology, worst.deploys),
      ...leftOutStatements(topology, worst.leftOut),
      ...limits,
    ],
  };
}

function comparison({ scenario: { connections }, usable, allowed }: DatabaseDerivation): Piece[] {
  const has = allowed === usable ? 'it has' : 'its policy allows';
  if (allowed === Infinity && usable !== Infinity)
    return say`and policy.overcommit_probability says how far beyond ${usable} usable they may go`;
  if (allowed === Infinity) return say`and nothing limits them`;
  if (connections === Infinity) return say`and it has ${usable}`;
  if (connections === allowed) return say`exactly what ${has}`;
  const [far, than] = connections > allowed ? [connections - allowed, 'more'] : [allowed - connections, 'fewer'];
  return say`${far} ${than} than the ${allowed} ${has}`;
}

/** What ordinary roles can have. */
function roomStatements(topology: Topology, database: Database, { usable, allowed }: DatabaseDerivation): Statement[] {
  const path = `databases.${database.name}`;
  const own = (key: string, value: number) => keyed(topology, `${path}.${key}`, key, value);
  const most = own('max_connections', database.maxConnections);
  const from = most.from && database.estimated ? estimate(most.from) : most.from;
  const reserves: readonly (readonly [string, number])[] = [
    ['superuser_reserved_connections', database.superuserReserved],
    ['reserved_connections', database.reserved],
    ['provider_reserved', database.providerReserved],
  ];
  const less = reserves.flatMap(([key, value]): (string | StatedNumber)[] =>
    value === 0 ? [] : [' - ', own(key, value)],
  );
  const room = because(say`${usable} usable = ${{ ...most, from }}${less}`);
  if (allowed === usable || allowed === Infinity) return [room];
  const overcommit = keyed(topology, 'policy.overcommit', 'policy.overcommit', factorOf(topology.policy.overcommit));
  return [room, because(say`${allowed} allowed = floor(${usable} x ${overcommit})`)];
}

function addendStatements(topology: Topology, { direct, pooled, unsearched }: WorstCase): Statement[] {
  const cutShort = {
    addend: { name: 'deploys not searched', amount: unsearched },
    says: say`at most: there are too many sets of deploys to try, and none is known to open these`,
    because: [],
  };
  return [
    ...direct.map((opening) => ({
      addend: { name: opening.nodeCount.name, amount: opening.connections },
      ...openingStatement(topology, opening),
    })),
    ...pooled
      .filter(({ flow }) => flow.connections > 0)
      .map((derivation) => ({
        addend: { name: derivation.pooler, amount: derivation.flow.connections },
        says: say`server connections`,
        because: pooledStatements(topology, derivation),
      })),
    ...(unsearched > 0 ? [cutShort] : []),
  ];
}

function otherStatements(topology: Topology, { name, otherClients }: Database): Statement[] {
  return otherClients
    .filter(({ count }) => count > 0)
    .map((other) => ({
      addend: { name: other.name, amount: other.count },
      says: [{ from: topology.origin(`databases.${name}.other_clients.${other.name}`) }],
      because: [],
    }));
}

/** What a role or logical database reaches against its own limit. */
function limitStatement(
  topology: Topology,
  database: string,
  { what, name, limit, worst }: DatabaseDerivation['limits'][number],
): Statement {
  const section = what === 'role' ? 'role_limits' : 'database_limits';
  const allowed = keyed(topology, `databases.${database}.${section}.${name}`, 'CONNECTION LIMIT', limit);
  const addends = addendStatements(topology, worst);
  const named = addends.flatMap(({ addend }) => (addend ? [addend] : []));
  const over = worst.connections > limit ? say`, ${worst.connections - limit} too many` : '';
  return because(
    say`The ${what} ${name} reaches ${worst.connections} of its ${allowed}${over}`,
    overview(worst.connections, named),
    addends,
    ...(worst.connections > 0 ? [deploysStatement(topology, worst.deploys)] : []),
  );
}
