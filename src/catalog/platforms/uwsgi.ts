import { from } from '../evidence.ts';
import { processesAsNodes } from './in-host.ts';
import type { Platform } from './types.ts';

const article = from('documentation', 'unbit/uwsgi-docs: articles/TheArtOfGracefulReloading.rst');

/** uWSGI. */
export const uwsgi: Platform = {
  id: 'uwsgi',
  name: 'uWSGI',
  node: processesAsNodes,
  strategies: [
    {
      ...article,
      id: 'graceful',
      aliases: ['hup', 'recreate'],
      name: 'graceful reload (HUP)',
      parameters: [{ ...article, key: 'worker_reload_mercy', value: 'seconds', default: 60 }],
      overlap: { kind: 'in_place' },
      peakCounted: 'processes',
      peakAlive: 'processes: it waits for its workers and replaces itself',
      notes: [],
    },
    {
      ...article,
      id: 'chain',
      aliases: ['rolling'],
      name: 'chain reload (lazy-apps)',
      parameters: [{ ...article, key: 'worker_reload_mercy', value: 'seconds', default: 60 }],
      overlap: { kind: 'in_place' },
      peakCounted: 'processes',
      peakAlive: 'processes, one after the other',
      notes: [],
    },
    {
      ...article,
      id: 'zerg',
      aliases: ['blue_green'],
      name: 'zerg mode and zerg dance',
      parameters: [],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x processes: a second instance on the same sockets',
      peakAlive: '2 x processes',
      notes: [],
    },
  ],
};
