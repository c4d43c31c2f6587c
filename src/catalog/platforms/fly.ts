import { from } from '../evidence.ts';
import type { Platform, PlatformParameter } from './types.ts';

const flyctl = from(
  'source code',
  'superfly/flyctl: internal/command/deploy/machines_deploymachinesapp.go',
  'superfly/flyctl: internal/command/deploy/plan.go',
);
const docs = from('documentation', 'https://fly.io/docs/reference/configuration/');
const blueGreen = from(
  'source code',
  'superfly/flyctl: internal/command/deploy/strategy_bluegreen.go',
  ...docs.sources,
);

const releaseCommand: PlatformParameter = {
  ...flyctl,
  key: 'release_command',
  value: 'command',
  default: null,
  note: 'Runs in one more machine, which is gone before the deploy itself begins.',
};

/** Fly.io machines. */
export const fly: Platform = {
  id: 'fly',
  name: 'Fly.io',
  strategies: [
    {
      ...flyctl,
      id: 'rolling',
      aliases: [],
      name: 'rolling',
      parameters: [
        {
          ...flyctl,
          key: 'max_unavailable',
          value: 'number',
          default: 0.33,
          note: 'Below 1 a share of the machines, rounded up; else a number. How many are replaced at a time, in place.',
        },
        releaseCommand,
      ],
      overlap: { kind: 'extra', extra: { from: 'release_command' } },
      peakCounted: 'R, or R + 1 with a release command',
      peakAlive: 'the same: machines are stopped, then updated in place',
      notes: [],
    },
    {
      ...flyctl,
      id: 'canary',
      aliases: [],
      name: 'canary',
      parameters: [releaseCommand],
      overlap: { kind: 'extra', extra: 1 },
      peakCounted: 'R + 1 for each process group',
      peakAlive: 'R + 1: the canary is destroyed before the rolling update',
      notes: [],
    },
    {
      ...blueGreen,
      id: 'blue_green',
      aliases: ['bluegreen'],
      name: 'bluegreen',
      parameters: [releaseCommand],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R',
      peakAlive: '2 x R until the blue machines are stopped',
      notes: [],
    },
    {
      ...docs,
      id: 'immediate',
      aliases: ['recreate'],
      name: 'immediate',
      parameters: [releaseCommand],
      overlap: { kind: 'extra', extra: { from: 'release_command' } },
      peakCounted: 'R, or R + 1 with a release command',
      peakAlive: 'the same: all machines are replaced in place at once',
      notes: [],
    },
  ],
};
