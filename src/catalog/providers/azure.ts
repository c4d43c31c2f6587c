import { from } from '../evidence.ts';
import { gib } from '../sizes.ts';
import type { Provider, ProviderPlan } from './types.ts';

const learn = (page: string): string => `https://learn.microsoft.com/en-us/azure/${page}`;
const limits = from('documentation', learn('postgresql/flexible-server/concepts-limits'));
const parameters = from('documentation', learn('postgresql/flexible-server/concepts-server-parameters'));

const postgresPlan = (name: string, cores: number, memoryGib: number, maxConnections: number): ProviderPlan => ({
  ...limits,
  name,
  cores,
  memoryBytes: gib(memoryGib),
  maxConnections,
  settableUpTo: 5000,
});

const byGeneration = { note: 'Its memory depends on the generation of the hardware.' };

/** Azure Database for PostgreSQL, flexible server. */
export const azurePostgres: Provider = {
  id: 'azure-postgres',
  name: 'Azure Database for PostgreSQL flexible server',
  engine: 'postgres',
  plans: [
    postgresPlan('B1ms', 1, 2, 50),
    postgresPlan('B2s', 2, 4, 429),
    postgresPlan('B2ms', 2, 8, 859),
    postgresPlan('B4ms', 4, 16, 1718),
    postgresPlan('B8ms', 8, 32, 3437),
    postgresPlan('B12ms', 12, 48, 5000),
    postgresPlan('B16ms', 16, 64, 5000),
    postgresPlan('B20ms', 20, 80, 5000),
    postgresPlan('D2s', 2, 8, 859),
    postgresPlan('D4s', 4, 16, 1718),
    postgresPlan('D8s', 8, 32, 3437),
    postgresPlan('D16s', 16, 64, 5000),
    postgresPlan('D32s', 32, 128, 5000),
    postgresPlan('D48s', 48, 192, 5000),
    postgresPlan('D64s', 64, 256, 5000),
    postgresPlan('D96s', 96, 384, 5000),
    postgresPlan('E2s', 2, 16, 1718),
    postgresPlan('E4s', 4, 32, 3437),
    postgresPlan('E8s', 8, 64, 5000),
    postgresPlan('E16s', 16, 128, 5000),
    postgresPlan('E20s', 20, 160, 5000),
    postgresPlan('E32s', 32, 256, 5000),
    postgresPlan('E48s', 48, 384, 5000),
    { ...postgresPlan('E64s', 64, 432, 5000), ...byGeneration },
    { ...postgresPlan('E96s', 96, 672, 5000), ...byGeneration },
  ],
  reserve: {
    ...limits,
    key: 'superuser_reserved_connections and reserved_connections',
    default: 15,
    includesEngine: true,
    note: 'For replication and monitoring. Azure says that the number may change.',
  },
  pooler: {
    ...from('documentation', learn('postgresql/flexible-server/concepts-pgbouncer')),
    product: 'built-in PgBouncer',
    note: 'Port 6432, in the tiers General Purpose and Memory Optimized only.',
  },
  notes: [
    {
      ...parameters,
      text: 'The default is fixed when the server is created: a server that was resized since still has the old one until someone changes it (25 to 5000, with a restart).',
    },
    {
      ...from('inferred', learn('postgresql/flexible-server/concepts-limits')),
      text: 'Sizes outside the table follow floor(GiB x 107.42), 5000 at most and 50 at 2 GiB, as every published row does.',
    },
  ],
};

const mysqlParameters = learn('mysql/flexible-server/concepts-server-parameters');

const mysqlPlan = (
  name: string,
  memoryGib: number,
  maxConnections: number,
  settableUpTo: number,
  note?: string,
): ProviderPlan => ({
  ...from('documentation', mysqlParameters),
  name,
  memoryBytes: gib(memoryGib),
  maxConnections,
  settableUpTo,
  ...(note !== undefined && { note }),
});

/** Azure Database for MySQL, flexible server. */
export const azureMysql: Provider = {
  id: 'azure-mysql',
  name: 'Azure Database for MySQL flexible server',
  engine: 'mysql',
  plans: [
    mysqlPlan('B1s', 1, 85, 171),
    mysqlPlan('B1ms', 2, 171, 341),
    mysqlPlan('B2s', 4, 341, 683),
    mysqlPlan('8gib', 8, 683, 1365, 'B2ms, and every other size of 8 GiB.'),
    mysqlPlan('16gib', 16, 1365, 2731),
    mysqlPlan('32gib', 32, 2731, 5461),
    mysqlPlan('48gib', 48, 4097, 8193, 'Burstable.'),
    mysqlPlan('64gib', 64, 5461, 10_923),
    mysqlPlan('80gib', 80, 6827, 13_653),
    mysqlPlan('128gib', 128, 10_923, 21_845),
    mysqlPlan('160gib', 160, 13_653, 27_306),
    mysqlPlan('192gib', 192, 16_384, 32_768),
    mysqlPlan('256gib', 256, 21_845, 43_691),
    mysqlPlan('384gib', 384, 32_768, 65_536),
    mysqlPlan('504gib', 504, 43_008, 86_016),
  ],
  notes: [
    {
      ...from('inferred', mysqlParameters),
      text: 'The default is about a connection for 12 MiB of memory, the highest allowed value about twice that, the lowest 10.',
    },
  ],
};
