import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const definition = from('inferred', 'the topology format: a strategy without a platform means what it says');

/** The strategies that need no platform. Not in the list: nobody names it. */
export const platformFree: Platform = {
  id: 'any',
  name: 'any platform',
  strategies: [
    {
      ...definition,
      id: 'recreate',
      aliases: [],
      name: 'stop all, then start all',
      parameters: [],
      overlap: { kind: 'in_place' },
      peakCounted: 'R',
      peakAlive: 'R',
      notes: [],
    },
    {
      ...definition,
      id: 'blue_green',
      aliases: [],
      name: 'a second set beside the first',
      parameters: [],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R',
      peakAlive: '2 x R',
      notes: [],
    },
    {
      ...definition,
      id: 'none',
      aliases: [],
      name: 'in place, one at a time',
      parameters: [],
      overlap: { kind: 'in_place' },
      peakCounted: 'R',
      peakAlive: 'R',
      notes: [],
    },
    {
      ...definition,
      id: 'surge_factor',
      aliases: [],
      name: 'so many times the nodes',
      parameters: [
        {
          ...definition,
          key: 'surge_factor',
          value: 'factor',
          default: null,
          required: true,
          range: [1, 1000],
          note: 'At the peak ceil(R x surge_factor) nodes are alive, draining ones included.',
        },
      ],
      overlap: { kind: 'factor', factor: 'surge_factor' },
      peakCounted: 'ceil(R x surge_factor)',
      peakAlive: 'the same',
      notes: [],
    },
  ],
};
