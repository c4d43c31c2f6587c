import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const boot = from(
  'source code',
  'basecamp/kamal: lib/kamal/cli/app/boot.rb',
  'basecamp/kamal: lib/kamal/configuration/boot.rb',
  'basecamp/kamal: lib/kamal/configuration/docs/boot.yml',
);
const configuration = from('source code', 'basecamp/kamal: lib/kamal/configuration/docs/configuration.yml');

/** Kamal. */
export const kamal: Platform = {
  id: 'kamal',
  name: 'Kamal',
  node: 'one container of a role, one on each of its hosts',
  strategies: [
    {
      ...boot,
      id: 'rolling',
      aliases: ['deploy', 'blue_green'],
      name: 'deploy',
      parameters: [
        {
          ...boot,
          key: 'boot_limit',
          value: 'nodes or percent',
          default: '100%',
          round: 'down',
          atLeast: 1,
          range: [1, 1_000_000],
          note: 'Hosts at a time. Kamal takes a percentage of all hosts: with roles on different hosts, write the number.',
        },
        { ...boot, key: 'boot_parallel_roles', value: 'switch', default: false },
        { ...configuration, key: 'deploy_timeout', value: 'seconds', default: 30 },
        { ...configuration, key: 'drain_timeout', value: 'seconds', default: 30 },
        {
          ...configuration,
          key: 'stop_timeout',
          value: 'seconds',
          default: null,
          note: 'drain_timeout for roles without the proxy, 10 seconds (of Docker) for those behind it.',
        },
      ],
      overlap: {
        kind: 'rolling',
        surge: { from: 'boot_limit' },
        unavailable: 0,
        waitsForExit: Number.POSITIVE_INFINITY,
      },
      peakCounted: 'R + min(boot_limit, R): 2 x R by default',
      peakAlive: 'the same: a batch of hosts is finished when its old containers have stopped',
      notes: [{ ...boot, text: 'Roles without the proxy overlap in the same way.' }],
    },
  ],
};
