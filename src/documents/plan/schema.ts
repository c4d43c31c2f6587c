import { advice } from '../schema/advice.ts';
import {
  count,
  flag,
  integer,
  list,
  nullable,
  object,
  published,
  ratio,
  type Schema,
  text,
  verdict,
  version,
  word,
} from '../schema/keywords.ts';
import { overcommit } from '../schema/overcommit.ts';
import { databaseScenario, poolerScenario } from '../schema/scenarios.ts';
import type * as Doc from './types.ts';

const policy = object<Doc.DocumentPolicy>('The rules of judgement that the topology sets.', {
  headroom: ratio('Share of usable connections that should stay free.', 0, 1),
  overcommit: ratio('Allowed ratio of worst case to usable.', 1),
  overcommit_probability: nullable(
    ratio('How probable it may be that more than usable is in use; null: not judged.', 0, 1),
  ),
  concurrent_deploys: nullable(count('Services and poolers that may deploy at the same time; null: all.')),
  fail_on: word('The severity from which a finding fails the verdict.', ['error', 'warning']),
});

/** The keys of `DocumentCounts`. */
export const countKeys = {
  databases: count('Databases.'),
  poolers: count('Poolers.'),
  services: count('Services.'),
  errors: count('Errors that nobody accepted.'),
  warnings: count('Warnings that nobody accepted.'),
  infos: count('Informations that nobody accepted.'),
  accepted: count('Accepted findings of any severity.'),
  unchanged: count('Open findings of any severity that the base had as well; they count among those above.'),
};

const counts = object<Doc.DocumentCounts>('How many of each the document holds.', countKeys);

const database = object<Doc.DocumentDatabase>('A server that accepts a limited number of connections.', {
  name: text('Its name in the topology.'),
  engine: word('Its engine.', ['postgres', 'mysql', 'mariadb', 'sqlserver', 'oracle', 'cockroachdb', 'other']),
  version: nullable({ type: 'number', description: 'Major version; null: it does not matter.' }),
  plan: nullable(text('Provider plan, provider/name; null: none.')),
  max_connections: nullable(count("The server's limit, in connections; null: none.")),
  reserved: count('Connections of it that an ordinary role cannot have.'),
  usable: nullable(integer('max_connections - reserved; null: no limit.')),
  allowed: nullable(
    integer(
      'floor(usable x policy.overcommit): the most a worst case may reach; null: no limit, or a probability is the measure.',
    ),
  ),
  estimated: flag('True when max_connections rests on an estimate.'),
  memory_bytes: nullable(ratio('Bytes of memory of the server; null: not known.', 0)),
  scenarios: list('Its worst case in every scenario.', databaseScenario),
  worst: nullable(text('The scenario with the most connections, the earliest of equals; null: no scenario.')),
  overcommit: nullable(overcommit),
});

const pooler = object<Doc.DocumentPooler>('A pooler.', {
  name: text('Its name in the topology.'),
  kind: text('Its kind, such as pgbouncer.'),
  mode: word('How long a client keeps a server connection.', ['session', 'transaction', 'statement']),
  to: text('The database behind it.'),
  pairs: count('(user, database) pairs that have a pool.'),
  server_capacity: nullable(count('Connections it could open on the database in steady state; null: no bound.')),
  scenarios: list('Its worst case in every scenario.', poolerScenario),
});

const service = object<Doc.DocumentService>('Anything that opens connections and is deployed as alike nodes.', {
  name: text('Its name in the topology.'),
  nodes: count('Nodes in steady state.'),
  max_nodes: nullable(count("The autoscaler's maximum; null: none.")),
  per_node: nullable(count('The most connections one node opens, to all its targets; null: no bound.')),
  more_nodes: nullable(
    integer(
      'Nodes that can be added before a scenario breaks; negative: how many are too many; null: none breaks any. Databases judged by probability alone do not count: how much traffic the nodes would bring is not known.',
    ),
  ),
  effective_per_node: nullable(
    count('What a node can count on when all nodes want their most at once; null: no bound.'),
  ),
  targets: list('Databases and poolers it connects to.', text('A name.')),
});

/** The schema of a plan, also inside other documents. */
export const document = object<Doc.Document>(
  'What `connbudget plan --format json` prints. A number without bound is null.',
  {
    schema_version: version,
    topology: text("The topology file's path as the user gave it."),
    verdict: verdict(
      'fail: a finding that nobody accepted, and that is not unchanged since a base, weighs policy.fail_on or more.',
    ),
    policy,
    counts,
    only_scenarios: nullable(list('The scenarios that were asked for, and judged alone; null: all.', text('A name.'))),
    databases: list('In file order.', database),
    poolers: list('In file order.', pooler),
    services: list('In file order.', service),
    ...advice,
  },
);

/** The published JSON Schema of `Document`: strict, and every key with its unit. */
export const documentSchema: Schema = published('connbudget plan, version 1', document);
