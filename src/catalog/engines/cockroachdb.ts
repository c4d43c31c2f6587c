import { from } from '../evidence.ts';
import type { Engine } from './types.ts';

const gatewayLimit = from('issue thread', 'https://github.com/cockroachdb/cockroach/pull/76401');

/** CockroachDB: unlimited unless a limit for each gateway node is set. */
export const cockroachdb: Engine = {
  id: 'cockroachdb',
  name: 'CockroachDB',
  newestVersion: null,
  maxConnections: {
    ...gatewayLimit,
    key: 'server.max_connections_per_gateway',
    default: Number.POSITIVE_INFINITY,
    note: 'For each gateway node, since 22.1. The setting is -1 (no limit) by default; 0 refuses everyone but root.',
  },
  reservations: [],
  errors: [
    { ...gatewayLimit, limit: 'max_connections', sqlstate: '53300', message: 'sorry, too many clients already' },
  ],
  connectionMemory: [],
  notes: [
    {
      ...from('issue thread', 'https://github.com/cockroachdb/cockroach/issues/101237'),
      text: 'Superusers are never refused by the limit of a gateway, but they count towards it.',
    },
    {
      ...from('issue thread', 'https://github.com/cockroachdb/cockroach/issues/75879'),
      text: 'Roles have no CONNECTION LIMIT.',
    },
    {
      ...from('issue thread', 'https://github.com/cockroachdb/cockroach/issues/124318'),
      text: 'The vendor advises 4 active (not open) connections for each vCPU of the whole cluster.',
    },
  ],
};
