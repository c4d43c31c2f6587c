import { from } from '../evidence.ts';
import type { Engine } from './types.ts';

const userConnections = from(
  'documentation',
  'https://learn.microsoft.com/en-us/sql/database-engine/configure-windows/configure-the-user-connections-server-configuration-option',
);

/** Microsoft SQL Server. */
export const sqlserver: Engine = {
  id: 'sqlserver',
  name: 'Microsoft SQL Server',
  newestVersion: null,
  maxConnections: {
    ...userConnections,
    key: 'user connections',
    default: 32_767,
    note: 'The setting is 0 by default, by which the server adapts itself up to this maximum.',
  },
  reservations: [],
  errors: [],
  connectionMemory: [
    {
      ...userConnections,
      lowBytes: 28 * 1024,
      highBytes: 28 * 1024,
      note: 'The manual of version 2005 gives it per connection; of historical value.',
    },
  ],
  notes: [],
};
