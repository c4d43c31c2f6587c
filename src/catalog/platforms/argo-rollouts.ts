import { from } from '../evidence.ts';
import { gracePeriod } from './kubernetes.ts';
import type { Platform, PlatformParameter } from './types.ts';

const canary = from(
  'source code',
  'argoproj/argo-rollouts: utils/replicaset/canary.go',
  'argoproj/argo-rollouts: utils/defaults/defaults.go',
);
const routed = from(
  'source code',
  'argoproj/argo-rollouts: utils/replicaset/canary.go',
  'argoproj/argo-rollouts: docs/features/specification.md',
);
const blueGreen = from(
  'source code',
  'argoproj/argo-rollouts: docs/features/bluegreen.md',
  'argoproj/argo-rollouts: utils/replicaset/replicaset.go',
);

const scaleDownDelay: PlatformParameter = {
  ...blueGreen,
  key: 'scale_down_delay_seconds',
  value: 'seconds',
  default: 30,
  note: 'The old set stays whole for so long after the switch.',
};
const revisionLimit: PlatformParameter = {
  ...blueGreen,
  key: 'scale_down_delay_revision_limit',
  value: 'number',
  default: null,
  note: 'Unset: any number of older sets may still be inside their delay; each adds R.',
};

/** Argo Rollouts. */
export const argoRollouts: Platform = {
  id: 'argo-rollouts',
  name: 'Argo Rollouts',
  strategyRequired: true,
  strategies: [
    {
      ...canary,
      id: 'canary',
      aliases: ['rolling'],
      name: 'canary without traffic routing',
      parameters: [
        {
          ...canary,
          key: 'max_surge',
          value: 'nodes or percent',
          default: '25%',
          round: 'up',
          note: 'One page of the documentation says 1; the code and the comments of its types say 25%.',
        },
        { ...canary, key: 'max_unavailable', value: 'nodes or percent', default: '25%', round: 'down' },
        {
          ...routed,
          key: 'traffic_routing',
          value: 'switch',
          default: false,
          selects: { value: true, strategy: 'canary_routed' },
          note: 'True when the rollout has a trafficRouting section.',
        },
        gracePeriod,
      ],
      overlap: { kind: 'rolling', surge: { from: 'max_surge' }, unavailable: { from: 'max_unavailable' } },
      peakCounted: 'R + min(S, R)',
      peakAlive: 'as for a Kubernetes Deployment: 2 x R with slow pods',
      notes: [],
    },
    {
      ...routed,
      id: 'canary_routed',
      aliases: [],
      name: 'canary with traffic routing',
      parameters: [
        {
          ...routed,
          key: 'set_canary_scale',
          value: 'nodes or percent',
          default: null,
          round: 'up',
          note: 'The largest of the steps: replicas as a number, weight as a percentage. It may exceed R.',
        },
        scaleDownDelay,
        revisionLimit,
        {
          ...routed,
          key: 'dynamic_stable_scale',
          value: 'switch',
          default: false,
          note: 'Shrinks the old set as traffic moves; a step straight to 100 still has both sets whole.',
        },
        { ...routed, key: 'min_pods_per_replica_set', value: 'nodes', default: 1 },
        gracePeriod,
      ],
      overlap: { kind: 'full_set', orMore: 'set_canary_scale' },
      peakCounted: '2 x R, or R + set_canary_scale where that is more; the surge does not apply',
      peakAlive: 'the same, and R more for each older revision inside its scale-down delay',
      notes: [],
    },
    {
      ...blueGreen,
      id: 'blue_green',
      aliases: ['bluegreen'],
      name: 'blueGreen',
      parameters: [
        {
          ...blueGreen,
          key: 'preview_replica_count',
          value: 'nodes',
          default: null,
          note: 'The preview may be smaller, but has R pods before the switch.',
        },
        scaleDownDelay,
        { ...blueGreen, key: 'abort_scale_down_delay_seconds', value: 'seconds', default: 30 },
        revisionLimit,
        gracePeriod,
      ],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R during the switch and the scale-down delay',
      peakAlive: '2 x R, and R more for each further deploy inside the delay',
      notes: [],
    },
  ],
};
