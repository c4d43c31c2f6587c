import { from } from '../evidence.ts';
import { gracePeriod } from './kubernetes.ts';
import type { Platform } from './types.ts';

const controller = from(
  'source code',
  'kubernetes/kubernetes: pkg/controller/daemon/util/daemonset_util.go',
  'kubernetes/api: apps/v1/types.go',
  'kubernetes/enhancements: keps/sig-apps/1591-daemonset-surge/kep.yaml',
);

/** Kubernetes DaemonSet: overlaps only with a surge. */
export const kubernetesDaemonset: Platform = {
  id: 'kubernetes-daemonset',
  name: 'Kubernetes DaemonSet',
  node: 'one pod on each machine that should run the daemon',
  strategies: [
    {
      ...controller,
      id: 'rolling',
      aliases: ['rolling_update'],
      name: 'RollingUpdate',
      parameters: [
        {
          ...controller,
          key: 'max_surge',
          value: 'nodes or percent',
          default: 0,
          round: 'up',
          note: 'Stable since 1.25.',
        },
        {
          ...controller,
          key: 'max_unavailable',
          value: 'nodes or percent',
          default: 1,
          round: 'up',
          note: 'Does not matter with a surge: Kubernetes wants it 0 then.',
        },
        gracePeriod,
      ],
      overlap: { kind: 'rolling', surge: { from: 'max_surge' }, unavailable: 0, bothZero: 'no_overlap' },
      peakCounted: 'R + S',
      peakAlive: 'R without a surge; up to 2 x R with one, when old pods stop slowly',
      notes: [
        {
          ...controller,
          text: 'With a surge, a machine whose old pod stops being ready gets its new pod beyond the limit.',
        },
      ],
    },
  ],
};
