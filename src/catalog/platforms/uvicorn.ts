import { from } from '../evidence.ts';
import { processesAsNodes } from './in-host.ts';
import type { Platform } from './types.ts';

const supervisor = from('source code', 'encode/uvicorn: uvicorn/supervisors/multiprocess.py');

/** Uvicorn with its own workers. */
export const uvicorn: Platform = {
  id: 'uvicorn',
  name: 'Uvicorn (multiprocess supervisor)',
  node: processesAsNodes,
  strategies: [
    {
      ...supervisor,
      id: 'hup',
      aliases: ['reload', 'rolling'],
      name: 'HUP',
      parameters: [],
      overlap: { kind: 'in_place' },
      peakCounted: 'workers',
      peakAlive: 'workers: each is gone before its successor starts',
      notes: [],
    },
  ],
};
