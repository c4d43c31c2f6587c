import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const reload = from(
  'source code',
  'Unitech/pm2: lib/God/Reload.js',
  'Unitech/pm2: lib/API.js',
  'Unitech/pm2: constants.js',
);

/** PM2 in cluster mode. */
export const pm2: Platform = {
  id: 'pm2',
  name: 'PM2 (cluster mode)',
  node: 'one host whose instances are its `processes`; extra instances are counted in nodes, rounded up to whole ones',
  strategies: [
    {
      ...reload,
      id: 'reload',
      aliases: ['rolling'],
      name: 'reload',
      parameters: [
        {
          ...reload,
          key: 'parallel',
          value: 'nodes',
          default: 2,
          range: [1, 1_000_000],
          note: 'Instances at a time on each host (PM2_CONCURRENT_ACTIONS); 1 where a host has one or two.',
        },
        { ...reload, key: 'listen_timeout', value: 'milliseconds', default: 3000 },
        { ...reload, key: 'graceful_timeout', value: 'milliseconds', default: 8000 },
      ],
      overlap: { kind: 'extra_processes', extra: { from: 'parallel' }, soloUpTo: 2 },
      peakCounted: 'instances + min(parallel, instances); instances + 1 for one or two',
      peakAlive: 'the same: the old instance is asked to stop when the new one listens, and the next waits for that',
      notes: [],
    },
  ],
};
