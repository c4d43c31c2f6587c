import { from } from '../evidence.ts';
import type { Platform, PlatformParameter } from './types.ts';

const policies = from(
  'documentation',
  'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html',
);
const immutable = from(
  'documentation',
  'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environmentmgmt-updates-immutable.html',
);
const batchSize: PlatformParameter = {
  ...policies,
  key: 'batch_size',
  value: 'nodes or percent',
  default: null,
  round: 'up',
  note: 'With BatchSizeType Percentage (the default) write 30%, with Fixed write 30. The default size is not documented, nor is the rounding: taken as up.',
};

/** AWS Elastic Beanstalk. */
export const beanstalk: Platform = {
  id: 'beanstalk',
  name: 'AWS Elastic Beanstalk',
  strategies: [
    {
      ...policies,
      id: 'all_at_once',
      aliases: ['recreate'],
      name: 'AllAtOnce',
      parameters: [],
      overlap: { kind: 'in_place' },
      peakCounted: 'R',
      peakAlive: 'R; the application server of each host may overlap with itself',
      notes: [],
    },
    {
      ...policies,
      id: 'rolling',
      aliases: [],
      name: 'Rolling',
      parameters: [batchSize],
      overlap: { kind: 'in_place' },
      peakCounted: 'R: in place, batch by batch',
      peakAlive: 'R',
      notes: [],
    },
    {
      ...policies,
      id: 'rolling_with_additional_batch',
      aliases: [],
      name: 'RollingWithAdditionalBatch',
      parameters: [{ ...batchSize, required: true }],
      overlap: {
        kind: 'rolling',
        surge: { from: 'batch_size' },
        unavailable: 0,
        bothZero: 'no_overlap',
        waitsForExit: Number.POSITIVE_INFINITY,
      },
      peakCounted: 'R + batch_size',
      peakAlive: 'R + batch_size: the batch launched first is terminated last',
      notes: [],
    },
    {
      ...immutable,
      id: 'immutable',
      aliases: ['blue_green'],
      name: 'Immutable',
      parameters: [],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R: one new instance, then a second set in a temporary group',
      peakAlive: '2 x R',
      notes: [],
    },
    {
      ...policies,
      id: 'traffic_splitting',
      aliases: ['canary'],
      name: 'TrafficSplitting',
      parameters: [],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R',
      peakAlive: '2 x R for the whole evaluation time',
      notes: [],
    },
  ],
};
