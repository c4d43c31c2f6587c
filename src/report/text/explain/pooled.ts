import type { PooledDerivation } from '../../../budget/derivation/types.ts';
import type { Pooler, Topology } from '../../../topology/types.ts';
import { openingStatement } from './opens.ts';
import { flowStatements } from './pooler-flow.ts';
import { because, type Statement, say, sumOf } from './statement.ts';

/** Most addends that are written as one equation before each is explained. */
const mostInOneLine = 12;

/** `264 = 200 web + 60 bouncer + 4 psql`; nothing where there is only one, or too many to read. */
export function overview(
  total: number,
  addends: readonly { readonly name: string; readonly amount: number }[],
): Statement[] {
  if (addends.length < 2 || addends.length > mostInOneLine) return [];
  return [because(say`${total} = ${sumOf(addends.map(({ name, amount }) => say`${amount} ${name}`))}`)];
}

/** What reaches the database through a pooler: its server connections, its clients, and who has how many of them. */
export function pooledStatements(topology: Topology, derivation: PooledDerivation): Statement[] {
  const pooler = poolerOf(topology, derivation.pooler);
  return [
    ...flowStatements(topology, pooler, derivation),
    ...clientStatements(topology, derivation),
    ...shareStatements(derivation),
  ];
}

/** The clients of a pooler, by service and, where there are several, by pair. */
export function clientStatements(topology: Topology, { clients, flow }: PooledDerivation): Statement[] {
  const pairs = new Set(clients.map(({ user, dbname }) => `${user}\0${dbname}`)).size;
  const addends = clients.map((client) => {
    const pair = pairs > 1 ? ` as ${client.user} on ${client.dbname}` : '';
    return {
      addend: { name: client.nodeCount.name, amount: client.connections },
      ...openingStatement(topology, client, `clients${pair} `),
    };
  });
  const all = overview(
    flow.clients,
    addends.map(({ addend }) => addend),
  ).map(({ says }) => because(say`clients: ${says}`));
  return [...all, ...addends];
}

/** Which part of the server connections each service has, where several share them. */
function shareStatements({ shares, kept, flow, pooler }: PooledDerivation): Statement[] {
  const parts = [
    ...shares.map(({ service, connections }) => ({ name: service, amount: connections })),
    ...(kept > 0 ? [{ name: pooler, amount: kept }] : []),
  ];
  const { connections: all, clients: allClients } = flow;
  return overview(all, parts).map(({ says }) =>
    because(
      say`shared pair by pair, by their clients: ${says}`,
      ...shares.map(({ service, connections, clients }) =>
        because(say`${connections} for ${service}, which has ${clients} of the ${allClients} clients`),
      ),
      ...(kept > 0 ? [because(say`${kept} that stay open without a client = ${all} - ${allClients} clients`)] : []),
    ),
  );
}

export const poolerOf = (topology: Topology, name: string): Pooler =>
  topology.poolers.find((pooler) => pooler.name === name) as Pooler;
