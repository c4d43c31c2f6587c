import { from } from '../evidence.ts';
import type { PoolerKind } from './types.ts';

const settings = from('documentation', 'pgpool/pgpool2: doc/src/sgml/connection-settings.sgml');

/** Pgpool-II, repository of April 2026: a child serves one client at a time and keeps the connections of earlier ones. */
export const pgpool: PoolerKind = {
  id: 'pgpool',
  name: 'Pgpool-II',
  engines: ['postgres'],
  counting: 'children',
  worstCase: 'per instance: num_init_children x max_pool to every server, however few clients there are at the moment',
  per: 'process',
  modes: ['session'],
  defaultMode: 'session',
  ...settings,
  parameters: [
    {
      key: 'num_init_children',
      role: 'children',
      default: 32,
      note: 'also the most clients served at once',
      ...settings,
    },
    {
      key: 'max_pool',
      role: 'pools_per_child',
      default: 4,
      note: 'connections a child keeps, one for each user, database and set of startup parameters',
      ...settings,
    },
  ],
  breaks: [],
  errors: [
    {
      text: 'Sorry, too many clients already',
      code: null,
      when: 'reserved_connections is 1 or more and all other children are taken',
      ...settings,
    },
  ],
  notes: [
    {
      text: 'With reserved_connections = 0, the default, clients beyond num_init_children wait in the listen queue; from 1 on they are refused.',
      ...settings,
    },
    {
      text: 'The manual doubles the budget for query cancel. That is not needed: a cancel request takes no slot of PostgreSQL 15 to 18.',
      ...from('measured', 'https://www.pgpool.net/docs/latest/en/html/runtime-config-connection.html'),
    },
    { text: 'connection_life_time is 0 by default: kept connections stay open.', ...settings },
    { text: 'Since 4.4 process_management_mode = dynamic can run fewer children than the maximum.', ...settings },
  ],
};
