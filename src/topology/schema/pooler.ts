import * as z from 'zod/mini';
import { poolers } from '../../catalog/poolers/index.ts';
import { deploySchema } from './deploy.ts';
import { count, described, label, map, mapOf, most, word } from './values.ts';

const connections = (description: string) => z.optional(count(0, most, description));

/** Keys of every kind; each kind adds its own parameters, which the resolver checks. */
export const commonPoolerKeys = {
  kind: z.optional(
    word(
      poolers.map(({ id }) => id),
      'The pooler product; its parameters keep their own names, in snake case.',
      { default: 'pgbouncer' },
    ),
  ),
  to: z.optional(label('The database behind it. Default: the only one.')),
  nodes: z.optional(count(0, most, 'How many of it run: each has its own pools.', { default: 1 })),
  max_nodes: z.optional(count(0, most, "The autoscaler's maximum.")),
  processes: z.optional(count(1, 10_000, 'Processes of one node, each with its own pools.', { default: 1 })),
  deploy: z.optional(deploySchema),
  mode: z.optional(
    word(
      ['session', 'transaction', 'statement'],
      "When a server connection goes back to the pool. Default: the kind's own.",
    ),
  ),
  pairs: z.optional(
    count(
      1,
      most,
      'How many (user, database) pairs use it, each with a pool of its own. Default: those that services declare.',
    ),
  ),
  databases: z.optional(
    described(
      mapOf(
        label('Name of a database entry.'),
        map({
          pool_size: connections('Pool size of each user of this entry.'),
          min_pool_size: connections('Server connections kept open.'),
          reserve_pool_size: connections('Server connections on top when clients wait.'),
          max_db_connections: connections('Most server connections of this entry, all users together; 0: no limit.'),
        }),
      ),
      'What its configuration says for single databases.',
      { examples: [{ app: { pool_size: 30, max_db_connections: 40 } }] },
    ),
  ),
};

/** poolers.NAME */
export const poolerSchema = described(
  z.looseObject(commonPoolerKeys, { error: 'a map' }),
  'A connection pooler in front of a database: PgBouncer and its kind.',
  { id: 'pooler' },
);

/** What a file says of a pooler; the parameters of its kind are not checked yet. */
export type PoolerInput = z.output<typeof poolerSchema>;
