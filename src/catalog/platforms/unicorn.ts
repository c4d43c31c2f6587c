import { from } from '../evidence.ts';
import { processesAsNodes } from './in-host.ts';
import type { Platform } from './types.ts';

const signals = from('documentation', 'defunkt/unicorn: SIGNALS');

/** Unicorn. */
export const unicorn: Platform = {
  id: 'unicorn',
  name: 'Unicorn',
  node: processesAsNodes,
  strategies: [
    {
      ...signals,
      id: 'usr2',
      aliases: ['rolling', 'blue_green'],
      name: 'USR2, then QUIT',
      parameters: [],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x worker_processes: a second master with a full set',
      peakAlive: '2 x worker_processes until the old master gets WINCH or QUIT',
      notes: [],
    },
    {
      ...from('inferred', ...signals.sources),
      id: 'hup',
      aliases: ['recreate'],
      name: 'HUP',
      parameters: [],
      overlap: { kind: 'in_place' },
      peakCounted: 'worker_processes',
      peakAlive: 'worker_processes: each finishes its request, exits and is started anew',
      notes: [],
    },
  ],
};
