import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const source = from(
  'source code',
  'knative/serving: config/core/configmaps/autoscaler.yaml',
  'knative/serving: pkg/reconciler/revision/resources/deploy.go',
);

/** Knative Serving: every revision has a Deployment and an autoscaler of its own. */
export const knative: Platform = {
  id: 'knative',
  name: 'Knative Serving',
  strategies: [
    {
      ...source,
      id: 'revision',
      aliases: ['rolling', 'canary', 'blue_green'],
      name: 'revision roll-out',
      parameters: [
        {
          ...source,
          key: 'max_scale',
          value: 'number',
          default: 0,
          note: 'For each revision; 0 is no limit. Give it as `max_nodes` to have it planned.',
        },
        { ...source, key: 'initial_scale', value: 'number', default: 1 },
        { ...source, key: 'stable_window', value: 'seconds', default: '60s' },
        { ...source, key: 'scale_to_zero_grace_period', value: 'seconds', default: '30s' },
        { ...source, key: 'progress_deadline', value: 'seconds', default: '600s' },
      ],
      overlap: { kind: 'full_set' },
      peakCounted: 'max_scale of the old revision + max_scale of the new one: 2 x R',
      peakAlive: '2 x R; pods drain for the timeoutSeconds of their revision',
      notes: [
        { ...source, text: 'The old revision shrinks only after traffic left it and the stable window has passed.' },
      ],
    },
  ],
};
