import { from } from '../evidence.ts';
import type { Engine } from './types.ts';

const threadPool = from('documentation', 'https://mariadb.com/kb/en/thread-pool-system-status-variables/');

/** MariaDB. Connections on its second port lie outside `max_connections`, so nothing is subtracted. */
export const mariadb: Engine = {
  id: 'mariadb',
  name: 'MariaDB',
  newestVersion: null,
  maxConnections: {
    ...from('documentation', 'https://mariadb.com/docs/server/ref/mdb/system-variables/max_connections'),
    key: 'max_connections',
    default: 151,
    note: 'It can be changed while the server runs, from 10 to 100,000.',
  },
  reservations: [],
  errors: [
    {
      ...from('documentation', 'https://mariadb.com/kb/en/mariadb-error-code-reference/'),
      limit: 'max_connections',
      sqlstate: '08004',
      code: 1040,
      message: 'Too many connections',
    },
  ],
  connectionMemory: [],
  notes: [
    {
      ...threadPool,
      text: 'With extra_port set (0, off, by default) the server accepts extra_max_connections more on that port, 1 by default and 100,000 at most.',
    },
    {
      ...from('documentation', 'https://www.mariadb.com/docs/server/ref/mdb/system-variables/thread_stack'),
      text: 'The stack of one connection thread is 299,008 bytes by default.',
    },
  ],
};
