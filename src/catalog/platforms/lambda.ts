import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const source = from('inferred', 'https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html');

/** AWS Lambda. */
export const lambda: Platform = {
  id: 'lambda',
  name: 'AWS Lambda',
  node: 'one execution environment: `nodes` is the reserved concurrency',
  strategies: [
    {
      ...source,
      id: 'alias_shift',
      aliases: ['rolling', 'canary', 'linear'],
      name: 'weighted alias or CodeDeploy traffic shift',
      parameters: [
        {
          ...source,
          key: 'provisioned_concurrency',
          value: 'nodes',
          default: 0,
          note: 'Belongs to a version or alias: both versions have theirs during the shift.',
        },
      ],
      overlap: { kind: 'rolling', surge: { from: 'provisioned_concurrency' }, unavailable: 'all' },
      peakCounted: 'R, which both versions share, and the provisioned environments of the new version',
      peakAlive: '2 x R: frozen environments of the old version keep their sockets until Lambda reclaims them',
      notes: [],
    },
  ],
};
