import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const docs = from(
  'documentation',
  'https://docs.cloud.google.com/run/docs/configuring/max-instances',
  'https://cloud.google.com/run/docs/configuring/max-instances-limits',
);

/** Google Cloud Run services. */
export const cloudRun: Platform = {
  id: 'cloud-run',
  name: 'Google Cloud Run',
  node: 'one instance: `max_nodes` is the maximum of a revision',
  strategies: [
    {
      ...docs,
      id: 'revision',
      aliases: ['rolling', 'canary', 'blue_green'],
      name: 'new revision, traffic shifted at once or gradually',
      parameters: [
        {
          ...docs,
          key: 'service_max_instances',
          value: 'nodes',
          default: null,
          range: [1, 1_000_000],
          note: 'The maximum of the service: all revisions that take part in the traffic share it.',
        },
        {
          ...docs,
          key: 'max_instances',
          value: 'number',
          default: null,
          note: 'The maximum of a revision. Older pages say 100, newer ones derive it from the quota of the region.',
        },
      ],
      overlap: { kind: 'full_set', atMost: 'service_max_instances' },
      peakCounted: '2 x R: the maxima of both revisions add up; at most service_max_instances where that is set',
      peakAlive: '2 x R: instances that shut down and brief overshoots come on top of the service maximum',
      notes: [{ ...docs, text: 'A spike of traffic may exceed the maximum for a moment.' }],
    },
  ],
};
