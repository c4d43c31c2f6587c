import type { ServiceDerivation } from '../../../budget/derivation/types.ts';
import type { Service, Topology } from '../../../topology/types.ts';
import { noun } from '../../../words/figures.ts';
import { place } from './given.ts';
import { nodesAliveTerm } from './nodes.ts';
import { perNodeStatements, perServiceStatements } from './opens.ts';
import { because, type Explanation, type Statement, say } from './statement.ts';

/** What one node of a service opens, how many nodes are alive, and what that comes to on each database. */
export function explainService(topology: Topology, derivation: ServiceDerivation): Explanation {
  const { name, scenario, opens, nodeCount } = derivation;
  const service = topology.services.find((each) => each.name === name) as Service;
  const several = new Set([...service.pools, ...service.extras].map(({ to }) => to)).size > 1;
  const { perNode } = opens;
  const { alive } = nodeCount;
  return {
    title: say`${name} in ${scenario.name}: ${perNode} ${noun(perNode, 'connection')} a node, ${alive} ${noun(alive, 'node')} alive`,
    statements: [
      ...perNodeStatements(topology, service, opens, several),
      ...perServiceStatements(topology, service, opens, several),
      ...aliveStatements(topology, service, derivation),
      ...derivation.parts.map(partStatement),
    ],
  };
}

function aliveStatements(topology: Topology, service: Service, { nodeCount }: ServiceDerivation): Statement[] {
  const path = `services.${service.name}`;
  const runs = say`it runs only while others deploy ${place(topology, `${path}.when`)}`;
  if (nodeCount.alive === 0 && nodeCount.nodes > 0) return [because(say`0 nodes alive: ${runs}`)];
  const { term, because: reasons } = nodesAliveTerm(topology, path, nodeCount);
  const [equation] = reasons;
  // With a sum behind it the sum stands for itself.
  if (nodeCount.alive !== nodeCount.nodes && equation !== undefined) return [...reasons];
  return [
    because(say`${nodeCount.alive} ${noun(nodeCount.alive, 'node')} alive = ${term}`, reasons),
    ...(service.when === 'deploy' ? [because(runs)] : []),
  ];
}

/** Where the rest of the story is told. */
const partStatement = ({
  database,
  scenario,
  nodes,
  connections,
  total,
}: ServiceDerivation['parts'][number]): Statement =>
  because(
    say`On ${database} it has ${connections} of the ${total} connections in ${scenario}${nodes > 0 ? say`, from ${nodes} ${noun(nodes, 'node')}` : ''}: explain --on databases.${database}.`,
  );
