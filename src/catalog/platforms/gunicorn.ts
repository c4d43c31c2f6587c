import { from } from '../evidence.ts';
import { processesAsNodes } from './in-host.ts';
import type { Platform } from './types.ts';

const arbiter = from('source code', 'benoitc/gunicorn: gunicorn/arbiter.py');

/** Gunicorn. */
export const gunicorn: Platform = {
  id: 'gunicorn',
  name: 'Gunicorn',
  node: processesAsNodes,
  strategies: [
    {
      ...arbiter,
      id: 'hup',
      aliases: ['reload', 'rolling'],
      name: 'HUP reload',
      parameters: [{ ...arbiter, key: 'graceful_timeout', value: 'seconds', default: 30 }],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x workers: the new set is forked first',
      peakAlive: '2 x workers for up to graceful_timeout',
      notes: [],
    },
    {
      ...arbiter,
      id: 'usr2',
      aliases: ['blue_green'],
      name: 'USR2 re-exec',
      parameters: [],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x workers: a second master with workers of its own',
      peakAlive: '2 x workers until the old master quits; a further USR2 is ignored meanwhile',
      notes: [],
    },
  ],
};
