import type { PooledAccount } from '../../../budget/derivation/types.ts';
import type { Pooler, Topology } from '../../../topology/types.ts';
import { counted, keyed } from './given.ts';
import { nodesAliveTerm } from './nodes.ts';
import { pairStatements } from './pairs.ts';
import { clientsTerm, declared, type Ground, moreClients, totalLimit } from './pooler-terms.ts';
import { because, noun, type Statement, say } from './statement.ts';

/** How the server connections of a pooler come about, and why they are no more. */
export function passageStatements(
  topology: Topology,
  pooler: Pooler,
  { presence, passage, clients }: PooledAccount,
): Statement[] {
  const processes = say`${passage.processes} ${noun(passage.processes, 'process', 'processes')}`;
  const ground: Ground = { topology, pooler, passage, clients, processes };
  const alive = processesStatement(topology, pooler, presence, passage.processes);
  if (passage.clients === 0) return [because(say`no client uses it, so it opens none`)];
  if (passage.processes === 0) return [because(say`none of its processes is alive, so it opens none`), alive];
  if (pooler.counting === 'children') return [childrenStatement(ground), alive];
  if (pooler.counting !== 'pairs') {
    const { connections, clients } = passage;
    const limit = totalLimit(ground);
    return [
      because(
        say`${connections} = min(${clientsTerm(clients)}, ${processes} x ${limit.term})${clients > connections ? moreClients : ''}`,
        limit.because,
      ),
      alive,
    ];
  }
  return [...pairStatements(ground), alive];
}

/** Processes that have pools: `3 processes = 3 nodes x 1 process (default)`. */
export function processesStatement(
  topology: Topology,
  pooler: Pooler,
  presence: PooledAccount['presence'],
  processes: number,
): Statement {
  const nodes = nodesAliveTerm(topology, `poolers.${pooler.name}`, presence);
  const total = say`${processes} ${noun(processes, 'process', 'processes')}`;
  if (pooler.per === 'cluster')
    return because(say`${total} = min(1, ${nodes.term}): all of ${pooler.kind} shares its pools`, nodes.because);
  const each = counted(topology, `poolers.${pooler.name}.processes`, pooler.processes, 'process', 'processes');
  return because(say`${total} = ${nodes.term} x ${each}`, nodes.because);
}

/** Every child keeps a connection for each pair it ever served. */
function childrenStatement({ topology, pooler, passage, processes }: Ground): Statement {
  const path = `poolers.${pooler.name}`;
  const { children: childrenKey = 'children', pools_per_child: poolsKey = 'pools' } = pooler.settings;
  const children = keyed(topology, `${path}.${childrenKey}`, childrenKey, pooler.maxClientConn);
  if (pooler.maxClientConn === 0) return because(say`${passage.connections} = ${processes} x ${children}`);
  const pools = keyed(topology, `${path}.${poolsKey}`, poolsKey, pooler.serverLimit / pooler.maxClientConn);
  const stated = pooler.pairs === null ? declared(passage) : keyed(topology, `${path}.pairs`, 'pairs', pooler.pairs);
  const pairs = pooler.pairs ?? passage.declaredPairs.length;
  return because(
    say`${passage.connections} = ${processes} x ${children} x min(${pools}, ${pairs} ${noun(pairs, 'pair')})`,
    because(say`${pairs} ${noun(pairs, 'pair')} = ${stated}`),
  );
}
