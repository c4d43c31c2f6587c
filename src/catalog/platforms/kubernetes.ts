import { from } from '../evidence.ts';
import type { Platform, PlatformParameter } from './types.ts';

const controller = from(
  'source code',
  'kubernetes/kubernetes: pkg/controller/deployment/util/deployment_util.go',
  'kubernetes/kubernetes: pkg/controller/deployment/rolling.go',
  'kubernetes/api: apps/v1/types.go',
);
const recreate = from('source code', 'kubernetes/kubernetes: pkg/controller/deployment/recreate.go');
const replacementPolicy = from(
  'documentation',
  'https://github.com/kubernetes/enhancements/blob/master/keps/sig-apps/5882-deployment-pod-replacement-policy/README.md',
  'https://github.com/kubernetes/enhancements/blob/master/keps/sig-apps/3973-consider-terminating-pods-deployment/README.md',
);

const maxSurge: PlatformParameter = {
  ...controller,
  key: 'max_surge',
  value: 'nodes or percent',
  default: '25%',
  round: 'up',
  note: 'More than R counts as R.',
};
const maxUnavailable: PlatformParameter = {
  ...controller,
  key: 'max_unavailable',
  value: 'nodes or percent',
  default: '25%',
  round: 'down',
  note: 'Becomes 1 when it and max_surge both come to 0 after rounding.',
};

/** How long a Kubernetes pod may take to stop. */
export const gracePeriod: PlatformParameter = {
  ...from('source code', 'kubernetes/api: core/v1/types.go'),
  key: 'termination_grace_period_seconds',
  value: 'seconds',
  default: 30,
  drain: true,
  note: 'Not assumed: declare it, or `drain`, to have draining pods counted exactly.',
};
const progressDeadline: PlatformParameter = {
  ...controller,
  key: 'progress_deadline_seconds',
  value: 'seconds',
  default: 600,
  note: 'Marks a rollout as failed; stops and rolls back nothing.',
};

/** Kubernetes Deployment. */
export const kubernetes: Platform = {
  id: 'kubernetes',
  name: 'Kubernetes Deployment',
  strategies: [
    {
      ...controller,
      id: 'rolling',
      aliases: ['rolling_update'],
      name: 'RollingUpdate',
      parameters: [
        maxSurge,
        maxUnavailable,
        gracePeriod,
        progressDeadline,
        {
          ...replacementPolicy,
          key: 'pod_replacement_policy',
          value: ['TerminationStarted', 'TerminationComplete'],
          default: 'TerminationStarted',
          selects: { value: 'TerminationComplete', strategy: 'rolling_after_termination' },
          note: 'Alpha, planned for 1.36; TerminationStarted is what happens without it.',
        },
      ],
      overlap: { kind: 'rolling', surge: { from: 'max_surge' }, unavailable: { from: 'max_unavailable' } },
      peakCounted: 'R + min(S, R)',
      peakAlive: '2 x R; less when the grace period is short beside the time a pod needs to become available',
      notes: [
        {
          ...controller,
          text: 'A second template pushed inside the grace period of the first can bring 3 x R pods to life.',
        },
        {
          ...from('source code', 'kubernetes/kubernetes: pkg/controller/deployment/sync.go'),
          text: 'A scale-up during a rollout spreads over all ReplicaSets, up to the new R plus its surge: plan with the maximum of the autoscaler.',
        },
      ],
    },
    {
      ...replacementPolicy,
      id: 'rolling_after_termination',
      aliases: [],
      name: 'RollingUpdate with podReplacementPolicy TerminationComplete',
      parameters: [maxSurge, maxUnavailable, gracePeriod, progressDeadline],
      overlap: {
        kind: 'rolling',
        surge: { from: 'max_surge' },
        unavailable: { from: 'max_unavailable' },
        waitsForExit: Number.POSITIVE_INFINITY,
      },
      peakCounted: 'R + min(S, R)',
      peakAlive: 'R + min(S, R): terminating pods are within the surge',
      notes: [],
    },
    {
      ...recreate,
      id: 'recreate',
      aliases: [],
      name: 'Recreate',
      parameters: [gracePeriod, progressDeadline],
      overlap: { kind: 'in_place' },
      peakCounted: 'R',
      peakAlive: 'R: a new pod starts when no old one is left',
      notes: [{ ...recreate, text: 'Evictions and scaling do not wait for terminating pods; only a rollout does.' }],
    },
  ],
};
