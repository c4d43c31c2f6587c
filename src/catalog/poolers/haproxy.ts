import { from } from '../evidence.ts';
import type { PoolerKind } from './types.ts';

const manual = from('documentation', 'haproxy/haproxy: doc/configuration.txt');

/** HAProxy in TCP mode, documentation of August 2026: it passes connections on and shares none. */
export const haproxy: PoolerKind = {
  id: 'haproxy',
  name: 'HAProxy (TCP mode)',
  engines: ['postgres', 'mysql', 'mariadb', 'sqlserver', 'oracle', 'cockroachdb', 'other'],
  counting: 'per_client',
  worstCase: 'per process: one server connection for each client connection, at most server_maxconn',
  per: 'process',
  modes: ['session'],
  defaultMode: 'session',
  ...manual,
  parameters: [
    {
      key: 'server_maxconn',
      role: 'server_limit',
      default: 'unlimited',
      unlimitedAt: 0,
      note: '`maxconn` of the server line; clients beyond it wait',
      ...manual,
    },
    {
      key: 'global_maxconn',
      role: 'client_limit',
      default: null,
      note: '`maxconn` of the global section; follows from the limit of open files',
      ...manual,
    },
  ],
  breaks: [],
  errors: [],
  notes: [
    { text: 'It reuses HTTP connections only, never those of a database protocol.', ...manual },
    { text: 'minconn with fullconn makes the limit of a server follow the load.', ...manual },
    { text: 'An established connection takes about 33 kB of its memory.', ...manual },
  ],
};
