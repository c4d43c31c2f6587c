import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const docs = from(
  'documentation',
  'https://render.com/articles/how-render-handles-zero-downtime-deploys',
  'https://render.com/docs/deploys',
);

/** Render services. */
export const render: Platform = {
  id: 'render',
  name: 'Render',
  strategies: [
    {
      ...docs,
      id: 'zero_downtime',
      aliases: ['rolling', 'blue_green'],
      name: 'zero-downtime deploy',
      parameters: [
        { ...docs, key: 'max_shutdown_delay_seconds', value: 'seconds', default: 30, range: [1, 300] },
        {
          ...docs,
          key: 'pre_deploy_command',
          value: 'command',
          default: null,
          note: 'Runs in one more instance before the new set boots.',
        },
      ],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R',
      peakAlive: '2 x R for a minute and the shutdown delay at least',
      notes: [],
    },
    {
      ...docs,
      id: 'recreate',
      aliases: ['persistent_disk'],
      name: 'deploy with a persistent disk',
      parameters: [
        {
          ...docs,
          key: 'pre_deploy_command',
          value: 'command',
          default: null,
          note: 'Runs in one more instance beside the old ones.',
        },
      ],
      overlap: { kind: 'extra', extra: { from: 'pre_deploy_command' } },
      peakCounted: 'R, or R + 1 with a pre-deploy command',
      peakAlive: 'the same: stop, then start',
      notes: [],
    },
  ],
};
