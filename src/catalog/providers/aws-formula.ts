import { from } from '../evidence.ts';
import { gib } from '../sizes.ts';
import { classSource, type InstanceClass } from './aws-classes.ts';
import type { ProviderPlan } from './types.ts';

/** Where the defaults of RDS parameter groups are published. */
export const limitsSource = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html';

/** Where users published what `SHOW max_connections` said on RDS for PostgreSQL. */
export const observedSource = 'https://gist.github.com/guizmaii/1cacffef793c2ba9645083c3e18b3d8c';

/** Amazon's default of `max_connections` from the memory, in bytes, that an instance leaves to the database. */
export type DefaultLimit = (memoryBytes: number) => number;

/** RDS and Aurora for PostgreSQL: `LEAST({DBInstanceClassMemory/9531392},5000)`. */
export const postgresLimit: DefaultLimit = (memoryBytes) => Math.min(Math.floor(memoryBytes / 9_531_392), 5000);

/** RDS for MySQL: `{DBInstanceClassMemory/12582880}`. */
export const mysqlLimit: DefaultLimit = (memoryBytes) => Math.floor(memoryBytes / 12_582_880);

/** RDS for MariaDB since 10.5: `LEAST({DBInstanceClassMemory/25165760},12000)`. */
export const mariadbLimit: DefaultLimit = (memoryBytes) => Math.min(Math.floor(memoryBytes / 25_165_760), 12_000);

/** The least share of its nominal memory that a class of `smallestEstimated` or more leaves to the database, in percent. */
const leastShare = 88;
const smallestEstimated = gib(2);

const estimate = {
  ...from('inferred', limitsSource, observedSource, classSource),
  note: `Estimated: the formula on ${leastShare} % of the nominal memory. SHOW max_connections (SHOW VARIABLES on MySQL) tells the real value, which may be up to 10 % higher.`,
};

/**
 * The plan of a class whose real default nobody published: Amazon's formula on 88 % of the nominal memory. Published
 * values are 88 to 97 % of what nominal memory gives, so that the estimate errs on the safe side. Null for a class below
 * 2 GiB: there the share is lower, and unknown.
 */
export const estimatedPlan = ({ name, memoryBytes }: InstanceClass, limit: DefaultLimit): ProviderPlan | null =>
  memoryBytes < smallestEstimated
    ? null
    : { ...estimate, name, memoryBytes, maxConnections: limit((memoryBytes * leastShare) / 100) };
