import { from } from '../evidence.ts';
import { processesAsNodes } from './in-host.ts';
import type { Platform } from './types.ts';

const task = from('source code', 'seuros/capistrano-puma: lib/capistrano/tasks/systemd.rake');

/** Capistrano with capistrano3-puma. */
export const capistrano: Platform = {
  id: 'capistrano',
  name: 'Capistrano with capistrano3-puma',
  node: processesAsNodes,
  strategies: [
    {
      ...task,
      id: 'smart_restart',
      aliases: ['rolling', 'recreate'],
      name: 'puma:smart_restart',
      parameters: [
        {
          ...task,
          key: 'puma_phased_restart',
          value: 'switch',
          default: false,
          note: 'Set: systemctl reload, a phased restart. Unset: systemctl restart, stop then start.',
        },
      ],
      overlap: { kind: 'in_place' },
      peakCounted: 'workers',
      peakAlive: 'workers on each host, either way; the hosts restart at the same time',
      notes: [],
    },
  ],
};
