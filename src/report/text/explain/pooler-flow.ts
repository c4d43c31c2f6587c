import type { PooledDerivation } from '../../../budget/derivation/types.ts';
import type { Pooler, Topology } from '../../../topology/types.ts';
import { noun } from '../../../words/figures.ts';
import { counted, keyed } from './given.ts';
import { nodesAliveTerm } from './nodes.ts';
import { pairStatements } from './pairs.ts';
import { clientsTerm, declared, moreClients, type PoolerContext, totalLimit } from './pooler-terms.ts';
import { because, type Statement, say } from './statement.ts';

/** How the server connections of a pooler come about, and why they are no more. */
export function flowStatements(
  topology: Topology,
  pooler: Pooler,
  { nodeCount, flow, clients }: PooledDerivation,
): Statement[] {
  const processes = say`${flow.processes} ${noun(flow.processes, 'process', 'processes')}`;
  const context: PoolerContext = { topology, pooler, flow, clients, processes };
  const alive = processesStatement(topology, pooler, nodeCount, flow.processes);
  if (flow.clients === 0) return [because(say`no client uses it, so it opens none`)];
  if (flow.processes === 0) return [because(say`none of its processes is alive, so it opens none`), alive];
  if (pooler.counting === 'children') return [childrenStatement(context), alive];
  if (pooler.counting !== 'pairs') {
    const { connections, clients } = flow;
    const limit = totalLimit(context);
    return [
      because(
        say`${connections} = min(${clientsTerm(clients)}, ${processes} x ${limit.term})${clients > connections ? moreClients : ''}`,
        limit.because,
      ),
      alive,
    ];
  }
  return [...pairStatements(context), alive];
}

/** Processes that have pools: `3 processes = 3 nodes x 1 process (default)`. */
export function processesStatement(
  topology: Topology,
  pooler: Pooler,
  nodeCount: PooledDerivation['nodeCount'],
  processes: number,
): Statement {
  const nodes = nodesAliveTerm(topology, `poolers.${pooler.name}`, nodeCount);
  const total = say`${processes} ${noun(processes, 'process', 'processes')}`;
  if (pooler.per === 'cluster')
    return because(say`${total} = min(1, ${nodes.term}): all of ${pooler.kind} shares its pools`, nodes.because);
  const each = counted(topology, `poolers.${pooler.name}.processes`, pooler.processes, 'process', 'processes');
  return because(say`${total} = ${nodes.term} x ${each}`, nodes.because);
}

/** Every child keeps a connection for each pair it ever served. */
function childrenStatement({ topology, pooler, flow, processes }: PoolerContext): Statement {
  const path = `poolers.${pooler.name}`;
  const { children: childrenKey = 'children', pools_per_child: poolsKey = 'pools' } = pooler.settings;
  const children = keyed(topology, `${path}.${childrenKey}`, childrenKey, pooler.maxClientConn);
  if (pooler.maxClientConn === 0) return because(say`${flow.connections} = ${processes} x ${children}`);
  const pools = keyed(topology, `${path}.${poolsKey}`, poolsKey, pooler.serverLimit / pooler.maxClientConn);
  const stated = pooler.pairs === null ? declared(flow) : keyed(topology, `${path}.pairs`, 'pairs', pooler.pairs);
  const pairs = pooler.pairs ?? flow.declaredPairs.length;
  return because(
    say`${flow.connections} = ${processes} x ${children} x min(${pools}, ${pairs} ${noun(pairs, 'pair')})`,
    because(say`${pairs} ${noun(pairs, 'pair')} = ${stated}`),
  );
}
