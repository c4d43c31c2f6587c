import {
  count,
  list,
  nullable,
  object,
  published,
  ratio,
  type Schema,
  text,
  version,
  word,
} from '../schema/keywords.ts';
import type * as Doc from './types.ts';

const seconds = (description: string): Schema => ratio(description, 0);

const traffic = object<Doc.DocumentPoolTraffic>('What the traffic means for one process, by the model.', {
  rate: ratio('Checkouts per second that reach a process of the busiest node.', 0),
  hold: seconds('Mean seconds that one keeps its connection.'),
  load: ratio('Connections in use on average: rate x hold.', 0),
  wait: nullable(
    seconds('Seconds of wait at the percentile with the recommended size; null: the queue grows without end.'),
  ),
  percentile: ratio('The percentage of checkouts that the wait holds for.', 0, 100),
  target_wait: nullable(seconds('Seconds that the file allows; null: it has no target.')),
  needs: nullable(count('Smallest size that meets the target; null: there is none.')),
  short: count('Connections missing for the target.'),
  short_by: nullable(
    word('budget: more does not fit; bound: threads use no more, or max_pool; null: nothing is missing.', [
      'budget',
      'bound',
    ]),
  ),
  released: nullable(
    object<NonNullable<Doc.DocumentPoolTraffic['released']>>('If connections were given back during outside calls.', {
      external: seconds('Seconds of outside calls.'),
      needs: count('Smallest size that would meet the target then.'),
    }),
  ),
});

const pool = object<Doc.DocumentPoolAdvice>('The size of one pool, also where it stays.', {
  on: text('Path of the pool in the topology.'),
  mode: word(
    "fit: the largest up to today's that fits; demand: the smallest that meets the target; both: its fair share of what fits, less than traffic asks for.",
    ['fit', 'demand', 'both'],
  ),
  current: nullable(count('Most connections a process opens with this pool today, size + overflow; null: no bound.')),
  recommended: nullable(count('The same as it should be, size + overflow; null: nothing has to bound it.')),
  size: nullable(count('Connections of the pool; null: no bound.')),
  overflow: nullable(count('Connections beyond size; null: no bound.')),
  reason: text('Why this number.'),
  traffic: nullable(traffic),
});

const place = {
  on: text('Path of the setting in the topology.'),
  current: nullable(count('What it is today; null: no bound.')),
  recommended: nullable(count('What it should be; null: no bound.')),
  reason: text('Why this number.'),
};

const setting = object<Doc.DocumentSettingAdvice>('A setting of a pooler, also where it stays.', {
  ...place,
  needs: nullable(count('What the targets of its traffic need; null: no traffic decides it.')),
});

const maximum = object<Doc.DocumentMaximumAdvice>('max_connections of one database, also where it stays.', {
  ...place,
  database: text('Name of the database.'),
  needed: nullable(count('The smallest that keeps the headroom with the recommended sizes; null: none does.')),
  needed_for_all: nullable(
    count(
      "The smallest with which no pool is short of what traffic needs, or of today's size; null: no more is needed, or none is enough.",
    ),
  ),
  memory_bytes: nullable(count('Bytes that the backends of the recommended number need; null: no bound.')),
});

const lost = object<Doc.DocumentLostFeatures>('What does not survive in a transaction-mode pooler.', {
  on: text('Path of the pool that uses it.'),
  features: list('Names as in `uses`.', text('A feature.')),
});

const globalPool = object<Doc.DocumentGlobalPool>(
  'One transaction-mode pooler in front of all pools that go straight to a database and say their traffic.',
  {
    database: text('Name of the database.'),
    kind: text('The pooler whose breakages are meant.'),
    rate: ratio('Checkouts per second of all of them.', 0),
    load: ratio('Connections in use on average.', 0),
    servers: count('Server connections that meet every target.'),
    clients: nullable(count('Clients that it has to accept in the worst scenario; null: no bound.')),
    wait: seconds('Seconds of wait at the percentile.'),
    percentile: ratio('The percentage of checkouts that the wait holds for.', 0, 100),
    replaces: nullable(count('Connections that the same pools open without it, in steady state; null: no bound.')),
    breaks: list('What would not survive.', lost),
  },
);

const change = object<Doc.DocumentSizeChange>('A number to write into the file.', {
  path: text('Path in the topology; a pool that is written as one number has it for its size.'),
  from: nullable(count('What it is today; null: no bound.')),
  to: count('What it should be.'),
});

/** The published JSON Schema of `RecommendDocument`: strict, and every key with its unit. */
export const recommendSchema: Schema = published(
  'connbudget recommendation, version 1',
  object<Doc.RecommendDocument>('What `connbudget recommend --format json` prints. A number without bound is null.', {
    schema_version: version,
    topology: text('The file, as the user gave it.'),
    pools: list('Every pool, in file order.', pool),
    poolers: list('Every setting that sizes a pooler.', setting),
    databases: list('Every database, in file order.', maximum),
    global_pools: list('For databases that services with traffic go straight to.', globalPool),
    changes: list('All that differs from the file.', change),
    model: list('What the model of waits takes for granted; empty: no traffic is given.', text('One assumption.')),
  }),
);
