import { from } from '../evidence.ts';
import type { Platform, PlatformParameter } from './types.ts';

const reconciler = from(
  'source code',
  'hashicorp/nomad: nomad/structs/structs.go',
  'hashicorp/nomad: scheduler/reconciler/reconcile_cluster.go',
);
const waits = from(
  'source code',
  ...reconciler.sources,
  'hashicorp/nomad: client/allocrunner/upstream_allocs_hook.go',
  'hashicorp/nomad: client/allocwatcher/alloc_watcher.go',
);
const canary: PlatformParameter = {
  ...reconciler,
  key: 'canary',
  value: 'nodes',
  default: 0,
  note: 'Extra allocations; nothing stops before somebody promotes them.',
};
const update: readonly PlatformParameter[] = [
  {
    ...reconciler,
    key: 'max_parallel',
    value: 'number',
    default: 1,
    note: 'Limits missing allocations, not extra ones.',
  },
  { ...reconciler, key: 'min_healthy_time', value: 'seconds', default: '10s' },
  { ...reconciler, key: 'healthy_deadline', value: 'seconds', default: '5m' },
  { ...reconciler, key: 'progress_deadline', value: 'seconds', default: '10m' },
  { ...reconciler, key: 'kill_timeout', value: 'seconds', default: '5s' },
  { ...reconciler, key: 'shutdown_delay', value: 'seconds', default: null },
  { ...reconciler, key: 'auto_promote', value: 'switch', default: false },
];

/** HashiCorp Nomad service jobs. */
export const nomad: Platform = {
  id: 'nomad',
  name: 'HashiCorp Nomad',
  strategies: [
    {
      ...waits,
      id: 'rolling',
      aliases: [],
      name: 'service job update',
      parameters: [canary, ...update],
      overlap: { kind: 'extra', extra: { from: 'canary' } },
      peakCounted: 'R + canary',
      peakAlive: 'R + canary: a successor waits until the allocation it replaces is gone',
      notes: [{ ...waits, text: 'The wait is skipped for allocations on a client that lost contact.' }],
    },
    {
      ...reconciler,
      id: 'canary',
      aliases: [],
      name: 'service job update with canaries',
      parameters: [{ ...canary, required: true, default: null, range: [1, 1_000_000] }, ...update],
      overlap: { kind: 'extra', extra: { from: 'canary' } },
      peakCounted: 'R + canary',
      peakAlive: 'R + canary, for as long as nobody promotes',
      notes: [],
    },
    {
      ...reconciler,
      id: 'blue_green',
      aliases: [],
      name: 'canary equal to count',
      parameters: update,
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R',
      peakAlive: '2 x R until promotion',
      notes: [],
    },
  ],
};
