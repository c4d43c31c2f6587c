import { describe, expect, test } from '@jest/globals';
import { nodesAlive } from '../../src/budget/rollout/nodes-alive.ts';
import { resolveDeploy } from '../../src/topology/deploy/deploy.ts';

function alive(given: string | Record<string, unknown> | undefined, nodes: number, processes?: number) {
  const { deploy } = resolveDeploy(
    given,
    (path, message) => {
      throw new Error(`${path.join('.')}: ${message}`);
    },
    processes,
  );
  if (deploy === null) throw new Error('does not resolve');
  const { counted, deploy: during, draining } = nodesAlive(deploy, nodes);
  return [counted, during, draining];
}

const surge3unavailable2 = { platform: 'kubernetes', max_surge: 3, max_unavailable: 2 };

describe('nodes alive: [counted, deploy, draining]', () => {
  test.each<[string, string | Record<string, unknown> | undefined, number, [number, number, number]]>([
    ['no deploy: Kubernetes, 25% and 25%', undefined, 10, [13, 13, 20]],
    ['recreate', 'recreate', 10, [10, 10, 10]],
    ['none', 'none', 10, [10, 10, 10]],
    ['blue_green', 'blue_green', 10, [20, 20, 20]],
    ['a factor, rounded up', { surge_factor: 1.5 }, 3, [5, 5, 5]],
    ['a factor without rounding error', { surge_factor: 1.1 }, 1_000_000, [1_100_000, 1_100_000, 1_100_000]],
    ['a surge above the nodes', { max_surge: 10, max_unavailable: 0 }, 4, [8, 8, 8]],
    ['no nodes', 'rolling', 0, [0, 0, 0]],
    ['no timing', surge3unavailable2, 10, [13, 13, 20]],
    ['no draining', { ...surge3unavailable2, drain: 0 }, 10, [13, 13, 13]],
    ['draining, readiness unknown', { ...surge3unavailable2, drain: '1s' }, 10, [13, 13, 20]],
    ['readiness, draining unknown', { ...surge3unavailable2, ready_after: '1h' }, 10, [13, 13, 20]],
    ['both known, one batch drains', { ...surge3unavailable2, ready_after: '20s', drain: '19s' }, 100, [103, 108, 108]],
    [
      'a drain as long as readiness: two batches',
      { ...surge3unavailable2, ready_after: '20s', drain: '20s' },
      100,
      [103, 113, 113],
    ],
    [
      '0.6s hold three times 0.2s',
      { ...surge3unavailable2, ready_after: '200ms', drain: '600ms' },
      100,
      [103, 123, 123],
    ],
    ['ready at once', { ...surge3unavailable2, ready_after: 0, drain: '1s' }, 100, [103, 200, 200]],
    ['the end of a rollout', { ...surge3unavailable2, ready_after: '20s', drain: '5s' }, 8, [11, 14, 14]],
    ['surge 0, one unavailable', { max_surge: 0, max_unavailable: 1, ready_after: '9s', drain: '1s' }, 5, [5, 6, 6]],
    [
      'replacement after termination',
      { platform: 'kubernetes', strategy: 'rolling_after_termination' },
      10,
      [13, 13, 13],
    ],
    ['a StatefulSet', 'kubernetes-statefulset', 10, [10, 10, 10]],
    ['a DaemonSet without surge', 'kubernetes-daemonset', 10, [10, 10, 10]],
    ['a DaemonSet with surge', { platform: 'kubernetes-daemonset', max_surge: '15%' }, 10, [12, 12, 20]],
    ['ECS at 200/100', 'ecs', 4, [8, 8, 8]],
    ['ECS at 150/50', { platform: 'ecs', maximum_percent: 150, minimum_healthy_percent: 50 }, 5, [7, 7, 10]],
    ['an ECS deploy that cannot move', { platform: 'ecs', maximum_percent: 150 }, 1, [1, 1, 1]],
    ['Swarm stops first', 'swarm', 10, [10, 10, 10]],
    [
      'Swarm, tasks that outlast the wait',
      { platform: 'swarm', parallelism: 2, drain: '90s', ready_after: '5s' },
      10,
      [10, 12, 12],
    ],
    ['Swarm starts first', { platform: 'swarm', order: 'start-first' }, 10, [11, 11, 20]],
    ['Swarm starts all first', { platform: 'swarm', order: 'start-first', parallelism: 0 }, 10, [20, 20, 20]],
    ['Kamal, all hosts at once', 'kamal', 6, [12, 12, 12]],
    ['Kamal, two hosts at once', { platform: 'kamal', boot_limit: 2 }, 6, [8, 8, 8]],
    ['Kamal, at least one host', { platform: 'kamal', boot_limit: '10%' }, 6, [7, 7, 7]],
    ['Nomad waits for the old allocation', 'nomad', 6, [6, 6, 6]],
    ['Nomad canaries', { platform: 'nomad', canary: 2 }, 6, [8, 8, 8]],
    ['Fly.io in place', 'fly', 6, [6, 6, 6]],
    ['Fly.io with a release command', { platform: 'fly', release_command: 'migrate' }, 6, [7, 7, 7]],
    ['Heroku restarts', 'heroku', 6, [6, 6, 12]],
    ['Heroku with preboot', { platform: 'heroku', preboot: true }, 6, [12, 12, 12]],
    ['Cloud Run, maximum of the service', { platform: 'cloud-run', service_max_instances: 8 }, 6, [8, 8, 12]],
    ['Cloud Run, a maximum below the nodes', { platform: 'cloud-run', service_max_instances: 4 }, 6, [6, 6, 12]],
    [
      'Argo, canaries beyond a full set',
      { platform: 'argo-rollouts', strategy: 'canary_routed', set_canary_scale: 9 },
      6,
      [15, 15, 15],
    ],
    ['a MIG in three zones', { platform: 'gcp-mig', zones: 3 }, 9, [12, 12, 18]],
    ['Gunicorn', 'gunicorn', 2, [4, 4, 4]],
    ['Puma', 'puma', 2, [2, 2, 2]],
  ])('%s', (_, given, nodes, expected) => {
    expect(alive(given, nodes)).toEqual(expected);
  });

  test.each([
    ['one instance a host', 1, 4, 8],
    ['two instances: one more', 2, 4, 6],
    ['eight instances: two more on each of four hosts are one host', 8, 4, 5],
    ['rounded up to whole hosts', 8, 1, 2],
  ])('PM2, %s', (_, processes, nodes, expected) => {
    expect(alive('pm2', nodes, processes)).toEqual([expected, expected, expected]);
  });

  test('stays exact and quick with a million nodes', () => {
    const given = { max_surge: '33.3333%', max_unavailable: '12.5%', ready_after: '1s', drain: '1s' };
    expect(alive(given, 1_000_000)).toEqual([1_333_333, 1_916_666, 1_916_666]);
  });
});
