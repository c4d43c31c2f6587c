import { from } from '../evidence.ts';
import type { Engine } from './types.ts';

/** A database that the catalog does not know: the user has to give its limit. */
export const other: Engine = {
  id: 'other',
  name: 'another database',
  newestVersion: null,
  maxConnections: { ...from('inferred'), key: 'max_connections', default: null },
  reservations: [],
  errors: [],
  connectionMemory: [],
  notes: [],
};
