import { from } from '../evidence.ts';
import { processesAsNodes } from './in-host.ts';
import type { Platform } from './types.ts';

const cluster = from('source code', 'puma/puma: lib/puma/cluster.rb', 'puma/puma: docs/restart.md');
const restart = from('documentation', 'puma/puma: docs/restart.md');
const refork = from('source code', 'puma/puma: docs/fork_worker.md', 'puma/puma: lib/puma/cluster.rb');

/** Puma in cluster mode: no restart of its own overlaps. */
export const puma: Platform = {
  id: 'puma',
  name: 'Puma',
  node: processesAsNodes,
  strategies: [
    {
      ...cluster,
      id: 'phased',
      aliases: ['rolling', 'usr1'],
      name: 'phased restart (SIGUSR1)',
      parameters: [
        { ...cluster, key: 'worker_shutdown_timeout', value: 'seconds', default: 30 },
        { ...cluster, key: 'worker_check_interval', value: 'seconds', default: 5 },
      ],
      overlap: { kind: 'in_place' },
      peakCounted: 'workers',
      peakAlive: 'workers: a successor is forked when its worker is gone, one after the other',
      notes: [],
    },
    {
      ...restart,
      id: 'hot',
      aliases: ['recreate', 'usr2'],
      name: 'hot restart (SIGUSR2)',
      parameters: [],
      overlap: { kind: 'in_place' },
      peakCounted: 'workers',
      peakAlive: 'workers: the process replaces itself after its requests, and its sockets close then',
      notes: [],
    },
    {
      ...refork,
      id: 'refork',
      aliases: [],
      name: 'refork with fork_worker (SIGURG)',
      parameters: [],
      overlap: { kind: 'in_place' },
      peakCounted: 'workers',
      peakAlive: 'workers, replaced one at a time',
      notes: [{ ...refork, text: 'Also happens by itself after 1,000 requests of worker 0.' }],
    },
  ],
};
