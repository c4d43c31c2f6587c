import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const docs = from('documentation', 'https://devcenter.heroku.com/articles/preboot');

/** Heroku dynos. */
export const heroku: Platform = {
  id: 'heroku',
  name: 'Heroku',
  node: 'one dyno',
  strategies: [
    {
      ...docs,
      id: 'restart',
      aliases: ['recreate'],
      name: 'default dyno restart',
      parameters: [
        {
          ...docs,
          key: 'preboot',
          value: 'switch',
          default: false,
          selects: { value: true, strategy: 'preboot' },
          note: 'Web dynos of the Common Runtime only; other dynos restart the ordinary way.',
        },
      ],
      overlap: { kind: 'rolling', surge: 0, unavailable: 'all' },
      peakCounted: 'R',
      peakAlive: '2 x R: old dynos keep what they have while they handle SIGTERM',
      notes: [],
    },
    {
      ...docs,
      id: 'preboot',
      aliases: ['blue_green'],
      name: 'preboot',
      parameters: [],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R, though `heroku ps` shows R',
      peakAlive: '2 x R for three minutes or more',
      notes: [{ ...docs, text: 'Private Spaces have rolling deploys instead; their batch size is not documented.' }],
    },
  ],
};
