import { from } from '../evidence.ts';
import type { Platform, PlatformParameter } from './types.ts';

const docs = from(
  'documentation',
  'https://cloud.google.com/sdk/gcloud/reference/compute/instance-groups/managed/rolling-action/replace',
  'https://cloud.google.com/compute/docs/reference/rest/v1/instanceGroupManagers',
);
const zones: PlatformParameter = {
  ...docs,
  key: 'zones',
  value: 'nodes',
  default: 1,
  range: [1, 100],
  note: 'Zones the group operates in: the default of max_surge and max_unavailable.',
};
const maxUnavailable: PlatformParameter = {
  ...docs,
  key: 'max_unavailable',
  value: 'nodes or percent',
  default: null,
  defaultsTo: 'zones',
  round: 'up',
};

/** Google Compute Engine managed instance groups. */
export const gcpMig: Platform = {
  id: 'gcp-mig',
  name: 'Google Compute Engine managed instance group',
  strategies: [
    {
      ...docs,
      id: 'rolling',
      aliases: ['rolling_update', 'replace'],
      name: 'rolling update, replacement method substitute',
      parameters: [
        {
          ...docs,
          key: 'max_surge',
          value: 'nodes or percent',
          default: null,
          defaultsTo: 'zones',
          round: 'up',
          note: '0 for stateful groups. The rounding of percentages is documented in older texts only: up.',
        },
        maxUnavailable,
        zones,
        {
          ...docs,
          key: 'replacement_method',
          value: ['substitute', 'recreate'],
          default: 'substitute',
          selects: { value: 'recreate', strategy: 'recreate' },
          note: 'recreate is the default of stateful groups.',
        },
      ],
      overlap: { kind: 'rolling', surge: { from: 'max_surge' }, unavailable: { from: 'max_unavailable' } },
      peakCounted: 'R + S',
      peakAlive: '2 x R: instances being deleted (shutdown scripts) besides',
      notes: [],
    },
    {
      ...docs,
      id: 'recreate',
      aliases: [],
      name: 'rolling update, replacement method recreate',
      parameters: [
        { ...docs, key: 'max_surge', value: 'nodes', default: 0, range: [0, 0], note: 'Must be 0.' },
        maxUnavailable,
        zones,
      ],
      overlap: { kind: 'in_place' },
      peakCounted: 'R: an instance keeps its name, so it is deleted first',
      peakAlive: 'R',
      notes: [],
    },
  ],
};
