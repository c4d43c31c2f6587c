import type { PoolerDerivation } from '../../../budget/derivation/types.ts';
import type { Topology } from '../../../topology/types.ts';
import { noun } from '../../../words/figures.ts';
import { deploysStatement, leftOutStatements } from './deploys.ts';
import { keyed } from './given.ts';
import { clientStatements, pooledStatements, poolerOf } from './pooled.ts';
import { flowStatements, processesStatement } from './pooler-flow.ts';
import { because, type Explanation, type Piece, type Statement, say } from './statement.ts';

/** How the clients and the server connections of a pooler come about. */
export function explainPooler(topology: Topology, derivation: PoolerDerivation): Explanation {
  const { name, scenario, clients, servers, clientDeploys, serverDeploys } = derivation;
  const { serverConnections } = scenario;
  const pooler = poolerOf(topology, name);
  const same = JSON.stringify(clients) === JSON.stringify(servers);
  const opened = say`${serverConnections} server ${noun(serverConnections, 'connection')} to ${pooler.to}`;
  return {
    title: say`${name} in ${scenario.name}: ${clientCount(derivation)}, ${opened}`,
    statements: [
      acceptedStatement(topology, derivation),
      because(say`Its clients: ${scenario.clients}`, clientStatements(topology, clients)),
      ...(same ? [] : [deploysStatement(topology, clientDeploys)]),
      because(
        say`Its server connections: ${serverConnections}`,
        same ? flowStatements(topology, pooler, servers) : pooledStatements(topology, servers),
      ),
      deploysStatement(topology, serverDeploys),
      ...leftOutStatements(topology, derivation.leftOut),
    ],
  };
}

function clientCount({ scenario: { clients, clientLimit } }: PoolerDerivation): Piece[] {
  const brought = say`${clients} ${noun(clients, 'client')}`;
  if (clientLimit === Infinity) return say`${brought}, with no limit`;
  if (clients === Infinity) return say`${brought} where it accepts ${clientLimit}`;
  if (clients === clientLimit) return say`${brought}, exactly what it accepts`;
  const [far, than] = clients > clientLimit ? [clients - clientLimit, 'more'] : [clientLimit - clients, 'fewer'];
  return say`${brought}, ${far} ${than} than the ${clientLimit} it accepts`;
}

/** The clients it accepts: a rollout of its own may not be there to help. */
function acceptedStatement(topology: Topology, { name, scenario, accepting }: PoolerDerivation): Statement {
  const pooler = poolerOf(topology, name);
  if (scenario.clientLimit === Infinity) return because(say`It accepts any number of clients.`);
  const key = pooler.settings.client_limit ?? pooler.settings.children ?? 'client limit';
  const limit = keyed(topology, `poolers.${name}.${key}`, key, pooler.maxClientConn);
  const { nodeCount, processes } = accepting;
  return because(
    say`${scenario.clientLimit} clients accepted = ${processes} ${noun(processes, 'process', 'processes')} x ${limit}`,
    processesStatement(topology, pooler, nodeCount, processes),
  );
}
