import { from } from '../evidence.ts';
import type { Engine } from './types.ts';

const reference = (page: string): string => `https://docs.oracle.com/cd/E24693_01/server.11203/e24448/${page}.htm`;

/** Oracle Database. */
export const oracle: Engine = {
  id: 'oracle',
  name: 'Oracle Database',
  newestVersion: null,
  maxConnections: {
    ...from('documentation', reference('initparams197')),
    key: 'PROCESSES',
    default: 100,
    note: 'Of the 11.2 reference. Background processes count too, so that fewer dedicated-server sessions fit: give max_connections as what applications can have.',
  },
  reservations: [],
  errors: [],
  connectionMemory: [],
  notes: [
    {
      ...from('documentation', reference('initparams230')),
      text: 'In 11.2 SESSIONS is 1.5 x PROCESSES + 22 by default.',
    },
    {
      ...from('inferred', reference('initparams230')),
      text: 'Until 11.1 SESSIONS was 1.1 x PROCESSES + 5 by default.',
    },
  ],
};
