import { from } from '../evidence.ts';
import { processesAsNodes } from './in-host.ts';
import type { Platform } from './types.ts';

const server = from('source code', 'Shopify/pitchfork: lib/pitchfork/http_server.rb');

/** Pitchfork. */
export const pitchfork: Platform = {
  id: 'pitchfork',
  name: 'Pitchfork',
  node: processesAsNodes,
  strategies: [
    {
      ...server,
      id: 'refork',
      aliases: ['rolling'],
      name: 'reforking (USR2 or refork_after)',
      parameters: [
        {
          ...server,
          key: 'refork_max_unavailable',
          value: 'number',
          default: null,
          note: 'By default a tenth of the workers, rounded up.',
        },
      ],
      overlap: { kind: 'in_place' },
      peakCounted: 'worker_processes and a mold',
      peakAlive: 'worker_processes, and one or two molds, which rarely hold connections',
      notes: [
        { ...server, text: 'A mold that does hold connections belongs into `extra`, once for each node.' },
        { ...server, text: 'Reforking loads no new code; a deploy of code needs a new master.' },
      ],
    },
  ],
};
