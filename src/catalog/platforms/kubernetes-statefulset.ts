import { from } from '../evidence.ts';
import { gracePeriod } from './kubernetes.ts';
import type { Platform } from './types.ts';

const controller = from(
  'source code',
  'kubernetes/kubernetes: pkg/controller/statefulset/stateful_set_utils.go',
  'kubernetes/api: apps/v1/types.go',
);
const maxUnavailable = from(
  'source code',
  ...controller.sources,
  'kubernetes/enhancements: keps/sig-apps/961-maxunavailable-for-statefulset/kep.yaml',
);

/** Kubernetes StatefulSet: a pod has an identity, so its successor waits for it to be gone. */
export const kubernetesStatefulset: Platform = {
  id: 'kubernetes-statefulset',
  name: 'Kubernetes StatefulSet',
  strategies: [
    {
      ...controller,
      id: 'rolling',
      aliases: ['rolling_update'],
      name: 'RollingUpdate',
      parameters: [
        {
          ...maxUnavailable,
          key: 'max_unavailable',
          value: 'nodes or percent',
          default: 1,
          round: 'down',
          atLeast: 1,
          note: 'Beta since 1.35. The comment in the API says that percentages round up; the controller rounds down.',
        },
        { ...controller, key: 'partition', value: 'nodes', default: 0, note: 'Pods below it keep the old template.' },
        {
          ...controller,
          key: 'pod_management_policy',
          value: ['OrderedReady', 'Parallel'],
          default: 'OrderedReady',
          note: 'Changes scaling, not replacement.',
        },
        gracePeriod,
      ],
      overlap: { kind: 'in_place' },
      peakCounted: 'R',
      peakAlive: 'R, unless a pod is deleted by force or its machine is out of reach',
      notes: [],
    },
    {
      ...controller,
      id: 'recreate',
      aliases: [],
      name: 'Recreate (alpha in mid-2026)',
      parameters: [gracePeriod],
      overlap: { kind: 'in_place' },
      peakCounted: 'R',
      peakAlive: 'R',
      notes: [],
    },
  ],
};
