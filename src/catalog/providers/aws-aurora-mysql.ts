import { from } from '../evidence.ts';
import { classPlans } from './aws-classes.ts';
import { rdsProxy } from './aws-rds.ts';
import type { Provider } from './types.ts';

const page = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Performance.html';
const docs = from('documentation', page);

const table = classPlans(docs, {
  'db.t2': { small: 45, medium: 90 },
  'db.t3': { small: 45, medium: 90, large: 135 },
  'db.t4g': { medium: 90, large: 135 },
  'db.r3': { large: 1000, xlarge: 2000, '2xlarge': 3000, '4xlarge': 4000, '8xlarge': 5000 },
  'db.r4': { large: 1000, xlarge: 2000, '2xlarge': 3000, '4xlarge': 4000, '8xlarge': 5000, '16xlarge': 6000 },
  'db.r5': {
    large: 1000,
    xlarge: 2000,
    '2xlarge': 3000,
    '4xlarge': 4000,
    '8xlarge': 5000,
    '12xlarge': 6000,
    '16xlarge': 6000,
    '24xlarge': 7000,
  },
  'db.r6g': {
    large: 1000,
    xlarge: 2000,
    '2xlarge': 3000,
    '4xlarge': 4000,
    '8xlarge': 5000,
    '12xlarge': 6000,
    '16xlarge': 6000,
  },
  'db.r6i': {
    large: 1000,
    xlarge: 2000,
    '2xlarge': 3000,
    '4xlarge': 4000,
    '8xlarge': 5000,
    '12xlarge': 6000,
    '16xlarge': 6000,
    '24xlarge': 7000,
    '32xlarge': 7000,
  },
  'db.x2g': {
    large: 2000,
    xlarge: 3000,
    '2xlarge': 4000,
    '4xlarge': 5000,
    '8xlarge': 6000,
    '12xlarge': 7000,
    '16xlarge': 7000,
  },
});

/** Rows of a later edition of the page, read in a copy of it. */
const newerTable = classPlans(from('third-party copy', page), {
  'db.r7g': {
    large: 1000,
    xlarge: 2000,
    '2xlarge': 3000,
    '4xlarge': 4000,
    '8xlarge': 5000,
    '12xlarge': 6000,
    '16xlarge': 6000,
  },
  'db.r7i': {
    large: 1000,
    xlarge: 2000,
    '2xlarge': 3000,
    '4xlarge': 4000,
    '8xlarge': 5000,
    '12xlarge': 6000,
    '16xlarge': 6000,
    '24xlarge': 7000,
    '48xlarge': 8000,
  },
  'db.r8g': {
    large: 1000,
    xlarge: 2000,
    '2xlarge': 3000,
    '4xlarge': 4000,
    '8xlarge': 5000,
    '12xlarge': 6000,
    '16xlarge': 6000,
    '24xlarge': 7000,
    '48xlarge': 8000,
  },
});

/** Amazon Aurora MySQL with provisioned instances. */
export const auroraMysql: Provider = {
  id: 'aws-aurora-mysql',
  name: 'Amazon Aurora MySQL (provisioned)',
  engine: 'mysql',
  plans: [...table, ...newerTable].map((plan) => ({ ...plan, settableUpTo: 16_000 })),
  pooler: rdsProxy,
  notes: [
    {
      ...docs,
      text: 'Classes outside the table follow GREATEST({log(DBInstanceClassMemory/805306368)*45},{log(DBInstanceClassMemory/8187281408)*1000}), logarithms to base 2; nominal memory gives an upper bound. It can be set up to 16,000.',
    },
  ],
};
