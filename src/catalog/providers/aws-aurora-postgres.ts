import { from } from '../evidence.ts';
import { classPlans, instanceClasses } from './aws-classes.ts';
import { estimatedPlan, postgresLimit } from './aws-formula.ts';
import { rdsProxy } from './aws-rds.ts';
import type { Provider } from './types.ts';

const docs = from(
  'documentation',
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Managing.html',
);

const table = classPlans(docs, {
  'db.t3': { medium: 420, large: 844 },
  'db.t4g': { medium: 405, large: 844 },
  'db.r4': { large: 1600, xlarge: 3200, '2xlarge': 5000, '4xlarge': 5000, '8xlarge': 5000, '16xlarge': 5000 },
  'db.r5': {
    large: 1600,
    xlarge: 3300,
    '2xlarge': 5000,
    '4xlarge': 5000,
    '8xlarge': 5000,
    '12xlarge': 5000,
    '16xlarge': 5000,
    '24xlarge': 5000,
  },
  'db.r6g': {
    large: 1722,
    xlarge: 3479,
    '2xlarge': 5000,
    '4xlarge': 5000,
    '8xlarge': 5000,
    '12xlarge': 5000,
    '16xlarge': 5000,
  },
  'db.x2g': {
    large: 3479,
    xlarge: 5000,
    '2xlarge': 5000,
    '4xlarge': 5000,
    '8xlarge': 5000,
    '12xlarge': 5000,
    '16xlarge': 5000,
  },
});

const estimates = instanceClasses(['db.r6i', 'db.r7g', 'db.r7i', 'db.r8g']).flatMap(
  (instanceClass) => estimatedPlan(instanceClass, postgresLimit) ?? [],
);

/** Amazon Aurora PostgreSQL with provisioned instances. */
export const auroraPostgres: Provider = {
  id: 'aws-aurora-postgres',
  name: 'Amazon Aurora PostgreSQL (provisioned)',
  engine: 'postgres',
  plans: [...table, ...estimates],
  reserve: {
    ...docs,
    key: "Aurora's automation",
    default: 3,
    includesEngine: false,
    note: 'Amazon advises at least three connections more than one needs, so that its automation can log in.',
  },
  pooler: rdsProxy,
  notes: [
    {
      ...docs,
      text: 'The table is of 2023, and Amazon calls its figures the highest that should be used; the default has the formula of RDS for PostgreSQL. Newer classes are estimates.',
    },
    {
      ...docs,
      text: 'Idle connections still cost memory and CPU: what past queries took is not given back completely.',
    },
  ],
};
