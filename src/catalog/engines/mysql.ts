import { from } from '../evidence.ts';
import { mb } from '../sizes.ts';
import type { Engine } from './types.ts';

const tooMany = from('documentation', 'https://dev.mysql.com/doc/refman/8.4/en/too-many-connections.html');
const adminInterface = from(
  'documentation',
  'https://dev.mysql.com/doc/refman/8.4/en/administrative-connection-interface.html',
  'https://dev.mysql.com/worklog/task/?id=12138',
);

/** MySQL. The administrator's spare slot lies outside `max_connections`, so nothing is subtracted. */
export const mysql: Engine = {
  id: 'mysql',
  name: 'MySQL',
  newestVersion: null,
  maxConnections: {
    ...tooMany,
    key: 'max_connections',
    default: 151,
    note: 'It can be changed while the server runs.',
  },
  reservations: [],
  errors: [{ ...tooMany, limit: 'max_connections', sqlstate: '08004', code: 1040, message: 'Too many connections' }],
  connectionMemory: [
    {
      ...from('documentation', 'https://support.huaweicloud.com/en-us/rds_faq/rds_faq_0055.html'),
      lowBytes: mb(1),
      highBytes: mb(1),
      note: "Huawei Cloud's sum of the thread stack and the default buffers of one session.",
    },
  ],
  notes: [
    {
      ...tooMany,
      text: 'The server accepts one connection more than max_connections, for an account with CONNECTION_ADMIN (or the deprecated SUPER).',
    },
    {
      ...adminInterface,
      text: 'Where admin_address is set, sessions on the administrative port (33062) are outside max_connections and max_user_connections and have no limit. They need SERVICE_CONNECTION_ADMIN.',
    },
    {
      ...from('documentation', 'https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html'),
      text: 'max_user_connections limits one account; its default 0 means no limit.',
    },
    {
      ...from(
        'documentation',
        'https://docs.oracle.com/cd/E17952_01/mysql-em-plugin-en/myoem-config-metric-connectionbuffers-category.html',
      ),
      text: 'Each session has a connection buffer and a result buffer that start at net_buffer_length and may grow to max_allowed_packet.',
    },
  ],
};
