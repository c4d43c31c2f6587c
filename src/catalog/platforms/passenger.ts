import { from } from '../evidence.ts';
import { processesAsNodes } from './in-host.ts';
import type { Platform } from './types.ts';

const restarting = from(
  'inferred',
  'phusion/passenger: src/agent/Core/ApplicationPool/Group/SpawningAndRestarting.cpp',
);
const changelog = from('inferred', 'phusion/passenger: CHANGELOG');

/** Phusion Passenger. */
export const passenger: Platform = {
  id: 'passenger',
  name: 'Phusion Passenger',
  node: processesAsNodes,
  strategies: [
    {
      ...restarting,
      id: 'restart',
      aliases: ['recreate'],
      name: 'restart of the open-source edition',
      parameters: [{ ...restarting, key: 'max_pool_size', value: 'number', default: 6 }],
      overlap: { kind: 'rolling', surge: 0, unavailable: 'all' },
      peakCounted: 'max_pool_size',
      peakAlive: '2 x processes: all are detached at once and finish their requests while new ones start',
      notes: [],
    },
    {
      ...changelog,
      id: 'rolling',
      aliases: [],
      name: 'rolling restart of the Enterprise edition',
      parameters: [],
      overlap: { kind: 'extra_processes', extra: 1 },
      peakCounted: 'processes + 1',
      peakAlive: 'processes + 1: the next one is replaced when the old one is gone',
      notes: [],
    },
  ],
};
