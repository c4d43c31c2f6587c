import { from } from '../evidence.ts';
import { gib } from '../sizes.ts';
import { rdsProxy } from './aws-rds.ts';
import type { Provider, ProviderPlan } from './types.ts';

const docs = from(
  'documentation',
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html',
);

/** Defaults by the maximum capacity (ACU, about 2 GiB each): PostgreSQL, MySQL. */
const defaults: readonly (readonly [acu: number, postgres: number, mysql: number])[] = [
  [1, 189, 90],
  [4, 823, 135],
  [8, 1669, 1000],
  [16, 3360, 2000],
  [32, 5000, 3000],
  [64, 5000, 4000],
  [128, 5000, 5000],
];

const plan = (acu: number, maxConnections: number): ProviderPlan => ({
  ...docs,
  name: `${acu}acu`,
  memoryBytes: gib(2 * acu),
  maxConnections,
});

/** What PostgreSQL gets at most where the minimum capacity is 0.5 ACU. */
const capAtHalf = 2000;
const capNote = { note: `With a minimum of 0.5 ACU it is ${capAtHalf}: give that as max_connections.` };

const notes = [
  {
    ...docs,
    text: 'A plan is the maximum capacity: the default follows from it, not from the current one, and stays while the instance scales. After a change of the range it takes a reboot.',
  },
  {
    ...from('documentation', 'https://github.com/aws/agent-toolkit-for-aws'),
    text: 'As a rule of thumb a connection takes about 10 MB, so that 100 open ones keep the capacity at 0.5 ACU or above.',
  },
  {
    ...docs,
    text: 'Ranges go up to 256 ACU, and figures for a maximum of 2, 192 and 256 ACU are not known: give max_connections there.',
  },
];

/** Amazon Aurora Serverless v2 with PostgreSQL. */
export const auroraServerlessPostgres: Provider = {
  id: 'aws-aurora-serverless-v2',
  name: 'Amazon Aurora Serverless v2 (PostgreSQL)',
  engine: 'postgres',
  plans: defaults.map(([acu, postgres]) => ({ ...plan(acu, postgres), ...(postgres > capAtHalf && capNote) })),
  pooler: rdsProxy,
  notes: [
    {
      ...docs,
      text: 'With a minimum capacity of 0.5 ACU max_connections is 2000 at most. Whether a minimum of 0 ACU (automatic pause) does the same is not known.',
    },
    ...notes,
  ],
};

/** Amazon Aurora Serverless v2 with MySQL. */
export const auroraServerlessMysql: Provider = {
  id: 'aws-aurora-serverless-v2-mysql',
  name: 'Amazon Aurora Serverless v2 (MySQL)',
  engine: 'mysql',
  plans: defaults.map(([acu, , mysql]) => plan(acu, mysql)),
  pooler: rdsProxy,
  notes,
};
