import { from } from '../evidence.ts';
import type { Platform, PlatformParameter } from './types.ts';

const updater = from(
  'source code',
  'moby/swarmkit: manager/orchestrator/update/updater.go',
  'moby/swarmkit: manager/orchestrator/restart/restart.go',
  'moby/swarmkit: api/defaults/service.go',
);
const shared: readonly PlatformParameter[] = [
  { ...updater, key: 'parallelism', value: 'nodes', default: 1, allAt: 0, note: 'Tasks at a time; 0 is all.' },
  { ...updater, key: 'stop_grace_period', value: 'seconds', default: '10s', drain: true },
  { ...updater, key: 'monitor', value: 'seconds', default: '5s' },
];

/** Docker Swarm services. */
export const swarm: Platform = {
  id: 'swarm',
  name: 'Docker Swarm',
  strategies: [
    {
      ...updater,
      id: 'stop_first',
      aliases: ['rolling'],
      name: 'update order stop-first',
      parameters: [
        ...shared,
        {
          ...updater,
          key: 'order',
          value: ['stop-first', 'start-first'],
          default: 'stop-first',
          selects: { value: 'start-first', strategy: 'start_first' },
        },
      ],
      overlap: { kind: 'rolling', surge: 0, unavailable: { from: 'parallelism' }, waitsForExit: 60 },
      peakCounted: 'R',
      peakAlive: 'R; more when old tasks need longer than a minute to stop, which is as long as new ones wait for them',
      notes: [],
    },
    {
      ...updater,
      id: 'start_first',
      aliases: [],
      name: 'update order start-first',
      parameters: shared,
      overlap: { kind: 'rolling', surge: { from: 'parallelism' }, unavailable: 0 },
      peakCounted: 'R + parallelism',
      peakAlive: '2 x R with slow tasks: the update moves on without waiting for old tasks to stop',
      notes: [],
    },
  ],
};
