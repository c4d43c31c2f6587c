import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const docs = from('documentation', 'https://docs.railway.com/deployments/deployment-teardown');

/** Railway services. */
export const railway: Platform = {
  id: 'railway',
  name: 'Railway',
  strategies: [
    {
      ...docs,
      id: 'teardown',
      aliases: ['rolling', 'blue_green'],
      name: 'deployment teardown',
      parameters: [
        { ...docs, key: 'overlap_seconds', value: 'seconds', default: null, note: 'Its default is not documented.' },
        {
          ...docs,
          key: 'draining_seconds',
          value: 'seconds',
          default: 0,
          note: 'The company said 3 in a thread of 2025.',
        },
      ],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R: the old deployment is removed when the new one is active',
      peakAlive: '2 x R for the overlap and draining time',
      notes: [],
    },
  ],
};
