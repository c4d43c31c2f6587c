import { from } from '../evidence.ts';
import { gib } from '../sizes.ts';
import { classFamilies, classPlans, classSource, type InstanceClass, instanceClasses } from './aws-classes.ts';
import {
  type DefaultLimit,
  estimatedPlan,
  limitsSource,
  mariadbLimit,
  mysqlLimit,
  observedSource,
  postgresLimit,
} from './aws-formula.ts';
import type { ManagedPooler, Provider, ProviderPlan } from './types.ts';

/** Amazon's pooler for RDS and Aurora. */
export const rdsProxy: ManagedPooler = {
  ...from('documentation', 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html'),
  product: 'RDS Proxy',
};

const rdsClasses = instanceClasses(classFamilies.filter((family) => family !== 'db.r3'));

const observed = classPlans(from('observed', observedSource), {
  'db.t2': { small: 198, medium: 413, large: 856 },
  'db.m4': { large: 856 },
  'db.r4': { large: 1660 },
});

const exampleEvidence = from('third-party copy', limitsSource, classSource);

/** Examples that Amazon gives by memory in GiB: about right for every class of that size. */
const mysqlExamples: Readonly<Record<number, number>> = { 1: 60, 8: 630, 16: 1300 };

const mysqlExample = ({ name, memoryBytes }: InstanceClass): ProviderPlan | undefined => {
  const memoryGib = memoryBytes / gib(1);
  const maxConnections = mysqlExamples[memoryGib];
  if (maxConnections === undefined) return undefined;
  const note = `Amazon says about ${maxConnections} for a class of ${memoryGib} GiB.`;
  return { ...exampleEvidence, name, memoryBytes, maxConnections, note };
};

/** One plan a class: the published value where there is one, else the estimate. */
const plansOf = (
  limit: DefaultLimit,
  published: (instanceClass: InstanceClass) => ProviderPlan | undefined = () => undefined,
): readonly ProviderPlan[] =>
  rdsClasses.flatMap((instanceClass) => published(instanceClass) ?? estimatedPlan(instanceClass, limit) ?? []);

/** Amazon RDS for PostgreSQL. */
export const rdsPostgres: Provider = {
  id: 'aws-rds-postgres',
  name: 'Amazon RDS for PostgreSQL',
  engine: 'postgres',
  plans: plansOf(postgresLimit, ({ name }) => observed.find((plan) => plan.name === name)),
  reserve: {
    ...from('third-party copy', 'geldata/gel (formerly edgedb/edgedb): edb/server/pgcluster.py'),
    key: 'rds.rds_superuser_reserved_connections',
    default: 2,
    until: 15,
    includesEngine: false,
    note: 'It comes on top of superuser_reserved_connections. The default is that of two public run-books.',
  },
  pooler: rdsProxy,
  notes: [
    {
      ...from('documentation', limitsSource),
      text: 'The default is LEAST({DBInstanceClassMemory/9531392},5000), and that memory is what the operating system and the management of RDS leave over: nominal memory overstates it.',
    },
    {
      ...from(
        'documentation',
        'https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-versions.html',
      ),
      text: "From version 16 on RDS uses PostgreSQL's reserved_connections, and the master user logs in through it. Its default on RDS is not known: set reserved_connections to what SHOW says.",
    },
    {
      ...from('inferred', 'https://www.postgresql.org/docs/current/runtime-config-connection.html'),
      text: 'A change of max_connections in the parameter group takes effect with a reboot.',
    },
  ],
};

/** Amazon RDS for MySQL. */
export const rdsMysql: Provider = {
  id: 'aws-rds-mysql',
  name: 'Amazon RDS for MySQL',
  engine: 'mysql',
  plans: plansOf(mysqlLimit, mysqlExample),
  pooler: rdsProxy,
  notes: [
    {
      ...from('third-party copy', limitsSource),
      text: 'The default is {DBInstanceClassMemory/12582880} without a cap. Real values are lower than nominal memory gives: about 630 instead of 682 at 8 GiB, about 60 instead of 85 at 1 GiB.',
    },
  ],
};

/** Amazon RDS for MariaDB. */
export const rdsMariadb: Provider = {
  id: 'aws-rds-mariadb',
  name: 'Amazon RDS for MariaDB',
  engine: 'mariadb',
  plans: plansOf(mariadbLimit),
  pooler: rdsProxy,
  notes: [
    {
      ...from('third-party copy', limitsSource),
      text: 'Since 10.5 the default is LEAST({DBInstanceClassMemory/25165760},12000), half of what RDS for MySQL gives for the same class. 10.4 has the formula of MySQL.',
    },
  ],
};
