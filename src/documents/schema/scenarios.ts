import type * as Doc from '../plan/types.ts';
import { count, flag, integer, list, nullable, object, ratio, text, word } from './keywords.ts';

const kind = word(
  'steady: nothing deploys. deploy: the worst set deploys. draining: the same, old nodes drain as slowly as they may.',
  ['steady', 'deploy', 'draining'],
);

const addend = object<Doc.DocumentAddend>('One addend of a worst case.', {
  source: text('A service, a pooler (what it holds beyond the share of its clients), or other_clients.NAME.'),
  via: nullable(text('The pooler the connections come through; null: none.')),
  nodes: nullable(count('Nodes alive; null for other clients.')),
  added_nodes: count('Of those, how many the deploy adds to the steady number of nodes.'),
  per_node: nullable(count('The most connections one node opens; null: no fixed number, or no bound.')),
  connections: nullable(count('Connections on the database; null: no bound.')),
});

const limitUse = object<Doc.DocumentLimitUse>('Use of one CONNECTION LIMIT.', {
  name: text('Name of the role or logical database.'),
  limit: integer('Its CONNECTION LIMIT, in connections.'),
  connections: nullable(count('Connections it is asked for; null: no bound.')),
  fits: flag('connections <= limit.'),
});

/** `databases[].scenarios[]`. */
export const databaseScenario = object<Doc.DocumentDatabaseScenario>('The worst case of a database in one scenario.', {
  name: text('steady, deploy, deploy-draining, peak, ..., or a name the topology gives, with the same endings.'),
  kind,
  connections: nullable(count('The most connections open at once; null: no bound.')),
  headroom: nullable(integer('usable - connections; negative: that many too many; null: one of the two has no bound.')),
  utilization: nullable(
    ratio('connections / usable, 1 for all of them; null: nothing is usable, or one of the two has no bound.', 0),
  ),
  floor: nullable(count('Connections that are open even when everything idles; null: no bound.')),
  fits: flag('connections <= allowed, and as improbable to exceed usable as the policy wants.'),
  deploying: list('The services and poolers that deploy together in this worst case, in file order.', text('A name.')),
  memory_bytes: nullable(ratio('Bytes: connections x backend_memory + shared_buffers; null: no bound.', 0)),
  breakdown: list('The addends; their connections add up to connections.', addend),
  roles: list('Roles that have a CONNECTION LIMIT.', limitUse),
  logical_databases: list('Logical databases that have a CONNECTION LIMIT.', limitUse),
});

/** `poolers[].scenarios[]`. */
export const poolerScenario = object<Doc.DocumentPoolerScenario>('The worst case of a pooler in one scenario.', {
  name: text('As for databases.'),
  kind,
  processes: count('Processes of the pooler that are alive: nodes x processes.'),
  clients: nullable(count('The most client connections at once; null: no bound.')),
  client_limit: nullable(count('Client connections that the processes alive accept; null: no limit.')),
  server_connections: nullable(count('Connections it opens on the database; null: no bound.')),
  server_capacity: nullable(count('Connections that the processes alive could open; null: no bound.')),
  fits: flag('clients <= client_limit.'),
});
