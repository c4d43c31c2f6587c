import { from } from '../evidence.ts';
import { plansOf } from './rows.ts';
import type { Provider } from './types.ts';

const docs = from(
  'documentation',
  'https://yandex.cloud/en/docs/troubleshooting/managed-postgresql/how-to/conn-limit-parameter',
);

const burstable = plansOf(docs, {
  'b1.nano': 100,
  'b1.micro': 100,
  'b2.nano': 100,
  'b2.micro': 100,
  'b1.medium': 200,
  'b2.medium': 200,
});

const byCores = [2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 80, 96].map((cores) => ({
  ...docs,
  name: `${cores}vcpu`,
  cores,
  maxConnections: 200 * cores,
}));

/** Yandex Managed Service for PostgreSQL: 200 connections for each vCPU of a host, fixed figures for burstable hosts. */
export const yandexPostgres: Provider = {
  id: 'yandex-postgres',
  name: 'Yandex Managed Service for PostgreSQL',
  engine: 'postgres',
  plans: [...burstable, ...byCores].map((plan) => ({ ...plan, settableUpTo: plan.maxConnections })),
  reserve: {
    ...docs,
    key: 'service connections of a host',
    default: 15,
    includesEngine: true,
  },
  pooler: {
    ...docs,
    product: 'built-in pooler',
    note: 'In session mode the limit of a user is a limit on real connections of each host.',
  },
  notes: [
    {
      ...docs,
      text: 'A new user gets a connection limit of 50, and the limits of all users together must fit in max_connections - 15: state them in role_limits.',
    },
  ],
};
