import * as z from 'zod/mini';
import { clients } from '../../catalog/clients/index.ts';
import { type FeatureId, features } from '../../catalog/features.ts';
import { grouped } from '../units.ts';
import { deploySchema } from './deploy.ts';
import {
  count,
  decimal,
  described,
  duration,
  label,
  listOf,
  map,
  mapOf,
  most,
  name,
  rate,
  ratio,
  word,
} from './values.ts';

const uses = z.optional(
  described(
    listOf(word(Object.keys(features) as FeatureId[], 'A feature.')),
    'Features that need session state, which a pooler in transaction mode may break.',
    { examples: [['listen', 'advisory_locks']] },
  ),
);

const target = {
  to: z.optional(
    label('The database or pooler it connects to. Default: the database, when there is one and no pooler.'),
  ),
  user: z.optional(
    label("Role it logs in as: decides the pooler's pool and the role's limit. Default: the service's name."),
  ),
  dbname: z.optional(label("Logical database it connects to. Default: the database's name.")),
};

const poolKeys = {
  size: z.optional(
    described(
      z.union([count(0, most, 'Connections.'), z.literal('unlimited')], {
        error: `a whole number from 0 to ${grouped(most)}, or unlimited`,
      }),
      'Connections the pool keeps for use. Default: from the client library, reported as an assumption.',
      { examples: [5] },
    ),
  ),
  overflow: z.optional(count(0, most, 'Connections it may open on top when all are in use.', { default: 0 })),
  min: z.optional(count(0, most, 'Connections it keeps open even when idle.', { default: 0 })),
  held: z.optional(count(1, 1000, 'Connections of this pool that one thread holds at the same time.', { default: 1 })),
};

const poolError = 'a number of connections, unlimited, or a map such as { size: 5, overflow: 10, min: 2 }';

const short = [count(0, most, 'Connections one process may open.'), z.literal('unlimited')] as const;

const pool = described(
  z.union([...short, map(poolKeys)], { error: poolError }),
  "Connections one process may open. Default: the client library's, reported as an assumption.",
  { examples: [20, { size: 5, overflow: 10, min: 2 }, 'unlimited'] },
);

const client = z.optional(
  word(
    clients.map(({ id }) => id),
    'Client library or framework: gives the default pool and its hazards; `connbudget catalog clients` lists them.',
    { id: 'client', examples: ['sqlalchemy', 'hikaricp', 'go-database-sql'] },
    'a client of `connbudget catalog clients`, such as sqlalchemy',
  ),
);

const namedPool = z.union([...short, map({ ...poolKeys, ...target, client, uses })], {
  error: poolError,
});

const extra = map({
  name: label('What it is.', { examples: ['listener'] }),
  count: z.optional(count(0, most, 'How many connections.', { default: 1 })),
  per: z.optional(word(['process', 'node', 'service'], 'Who has so many.', { default: 'process' })),
  ...target,
  uses,
});

const traffic = map({
  rate: rate('Checkouts per second over the whole service.', { examples: ['300/s', '5k/m'] }),
  hold: duration('How long one keeps its connection, on average.', { examples: ['12ms'] }),
  cv: z.optional(decimal(0, 100, 'Coefficient of variation of that time.', { default: 1 })),
  external: z.optional(
    duration('Of it, time spent calling others while the connection stays checked out.', { examples: ['200ms'] }),
  ),
  skew: z.optional(
    decimal(
      1,
      1000,
      'The busiest node gets so many times the mean of all nodes, at most everything; the others share the rest evenly.',
      { default: 1 },
    ),
  ),
  target_wait: z.optional(duration('How long a request may wait for a connection.', { examples: ['5ms'] })),
  percentile: z.optional(decimal(1, 99.999, 'The percentage of requests for which that must hold.', { default: 99 })),
});

/** services.NAME */
export const serviceSchema = described(
  map({
    nodes: count(0, most, 'How many of it run: pods, dynos, tasks, machines, or function sandboxes.', {
      examples: [4],
    }),
    max_nodes: z.optional(count(0, most, "The autoscaler's maximum.")),
    processes: z.optional(
      count(1, 10_000, 'OS processes of one node, each with its own pools (Puma or gunicorn workers, cluster mode).', {
        default: 1,
      }),
    ),
    threads: z.optional(count(1, most, 'What one process can use at once.')),
    pool: z.optional(pool),
    client,
    ...target,
    held: poolKeys.held,
    pools: z.optional(
      described(mapOf(name, namedPool), "When a process has several pools. The service's own keys are the defaults.", {
        examples: [{ primary: { size: 10 }, replica: { size: 5, to: 'standby' } }],
      }),
    ),
    extra: z.optional(described(listOf(extra), 'Connections outside any pool: a LISTEN connection, a leader lock.')),
    uses,
    when: z.optional(
      word(['always', 'deploy'], '`deploy`: exists only while deploying, as a migration job does.', {
        default: 'always',
      }),
    ),
    exclusive: z.optional(
      label('Services with the same word here never run together: the largest counts, not the sum.'),
    ),
    deploy: z.optional(deploySchema),
    traffic: z.optional(
      described(traffic, 'Load, for recommended sizes, and for how probable it is that a database is overrun.'),
    ),
    min_pool: z.optional(count(0, most, 'Smallest pool to recommend.', { default: 1 })),
    max_pool: z.optional(count(1, most, 'Largest pool to recommend. Default: `threads`, or none.')),
    weight: z.optional(
      ratio('a number from 0.001 to 1,000', 0.001, 1000, 'Share in recommended sizes, against other services.', {
        default: 1,
      }),
    ),
  }),
  'Anything that opens connections and is deployed as alike nodes.',
  { id: 'service' },
);

/** What a file says of a service. */
export type ServiceInput = z.output<typeof serviceSchema>;

/** What a file says of a pool; the only pool has the service's keys instead of its own `to`, `client` and the like. */
export type PoolInput = z.output<typeof namedPool>;
