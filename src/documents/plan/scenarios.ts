import type { Addend, DatabaseScenario, LimitUse, PoolerScenario } from '../../budget/types.ts';
import { bounded } from '../values.ts';
import type * as Doc from './types.ts';

/** One scenario of a database, numbers without bound as null. `tooLikely`: that more than usable is in use. */
export function toDatabaseScenario(scenario: DatabaseScenario, tooLikely: boolean): Doc.DocumentDatabaseScenario {
  return {
    name: scenario.name,
    kind: scenario.kind,
    connections: bounded(scenario.connections),
    headroom: bounded(scenario.headroom),
    utilization: scenario.utilization < 0 ? null : bounded(scenario.utilization),
    floor: bounded(scenario.floor),
    fits: scenario.fits && !tooLikely,
    deploying: scenario.deploying,
    memory_bytes: bounded(scenario.memoryBytes),
    breakdown: scenario.breakdown.map(toAddend),
    roles: scenario.roles.map(toLimitUse),
    logical_databases: scenario.logicalDatabases.map(toLimitUse),
  };
}

/** One scenario of a pooler, numbers without bound as null. */
export function toPoolerScenario(scenario: PoolerScenario): Doc.DocumentPoolerScenario {
  return {
    name: scenario.name,
    kind: scenario.kind,
    processes: scenario.processes,
    clients: bounded(scenario.clients),
    client_limit: bounded(scenario.clientLimit),
    server_connections: bounded(scenario.serverConnections),
    server_capacity: bounded(scenario.serverCapacity),
    fits: scenario.fits,
  };
}

function toAddend({ source, via, nodes, addedNodes, perNode, connections }: Addend): Doc.DocumentAddend {
  return {
    source,
    via,
    nodes,
    added_nodes: addedNodes,
    per_node: perNode === null ? null : bounded(perNode),
    connections: bounded(connections),
  };
}

function toLimitUse({ name, limit, connections }: LimitUse): Doc.DocumentLimitUse {
  return { name, limit, connections: bounded(connections), fits: connections <= limit };
}
