import { describe, expect, test } from '@jest/globals';
import { nodesAlive } from '../../src/budget/rollout/nodes-alive.ts';
import { amountOf, fencepostsOf, slackOf } from '../../src/budget/rollout/rolling.ts';
import { findPlatform, findStrategy, platformFree, platforms } from '../../src/catalog/platforms/index.ts';
import type { Platform, PlatformStrategy } from '../../src/catalog/types.ts';
import { resolveDeploy } from '../../src/topology/deploy/deploy.ts';
import { findParameter, readValue } from '../../src/topology/deploy/values.ts';
import { availableToRemove, grownReplicas, newReplicas, unhealthyToRemove } from '../properties/kubernetes-rollout.ts';
import { amountFor, type Row, rollingFor, vectors } from './vectors.ts';

const rolling = (written: Row) => rollingFor('kubernetes', 'rolling', written);

describe('Kubernetes Deployment', () => {
  test.each(vectors('kubernetes-fenceposts', 'kubernetes_resolve_fenceposts'))('fenceposts $title', (row) => {
    const limits = rolling({ max_surge: row.maxSurge, max_unavailable: row.maxUnavailable });
    const expected = row.error ? null : { surge: row.surge, unavailable: row.unavailable };
    expect(limits && fencepostsOf(limits, row.desired)).toEqual(expected);
  });

  test.each(vectors('kubernetes-fenceposts', 'kubernetes_fencepost_comment_examples'))('first step $title', (row) => {
    const limits = rolling({ max_surge: row.maxSurge, max_unavailable: row.maxUnavailable });
    expect(limits && slackOf(limits, row.desired).surge > 0 ? 'new' : 'old').toBe(row.first);
  });

  test.each(vectors('kubernetes-fenceposts', 'kubernetes_max_unavailable'))('max unavailable $title', (row) => {
    const limits = rolling({ max_surge: 1, max_unavailable: row.max_unavailable });
    expect(limits && slackOf(limits, row.replicas).unavailable).toBe(row.expected);
  });

  test.each(vectors('kubernetes-fenceposts', 'kubernetes_min_available'))('min available $title', (row) => {
    const limits = rolling({ max_surge: 1, max_unavailable: row.max_unavailable });
    expect(limits && row.replicas - slackOf(limits, row.replicas).unavailable).toBe(row.expected);
  });

  test.each(vectors('kubernetes-scaling', 'kubernetes_proportional_scaling'))('scaled in a rollout $title', (row) => {
    const limits = rolling({ max_surge: row.surge[1], max_unavailable: 1 });
    const pods = row.expected_old.reduce((sum: number, size: number) => sum + size, row.expected_new ?? 0);
    expect(pods).toBeLessThanOrEqual(row.to_replicas + (limits ? fencepostsOf(limits, row.to_replicas).surge : 0));
  });

  test.each(vectors('kubernetes-scaling', 'kubernetes_kep5882_scaling_tables'))('replacement policy $title', (row) => {
    const strategy = row.policy === 'TerminationComplete' ? 'rolling_after_termination' : 'rolling';
    const overlap = rollingFor('kubernetes', strategy, { max_surge: 10 });
    const deploy = overlap && { platform: 'kubernetes', strategy, overlap, readyAfter: null, drain: null };
    const alive = deploy && nodesAlive(deploy, row.deployment_replicas);
    const terminating = row.policy === 'TerminationComplete' ? row.terminating : 0;
    expect(row.total + terminating).toBe(alive?.counted);
    if (row.policy === 'TerminationComplete') expect(alive?.draining).toBe(alive?.counted);
  });
});

describe('the simulated controller', () => {
  test.each(vectors('kubernetes-controller', 'kubernetes_new_rs_new_replicas'))('new ReplicaSet $title', (row) => {
    const size = grownReplicas(row.deployment_replicas, row.max_surge, row.current_total, row.new_rs_replicas);
    expect(size).toBe(row.expected_new_rs_replicas);
  });

  test.each(vectors('kubernetes-controller', 'kubernetes_reconcile_new_replica_set'))('scales up $title', (row) => {
    const size = newReplicas(row.deployment_replicas, row.max_surge, row.old_replicas, row.new_replicas);
    expect(size).toBe(row.expected_new_replicas ?? row.new_replicas);
  });

  test.each(vectors('kubernetes-controller', 'kubernetes_scale_down_old'))('scales down $title', (row) => {
    const limits = rolling({ max_surge: 0, max_unavailable: row.max_unavailable });
    const unavailable = limits ? slackOf(limits, row.deployment_replicas).unavailable : Number.NaN;
    const removed = availableToRemove(row.deployment_replicas, unavailable, row.available_pods, row.old_replicas);
    expect(row.old_replicas - removed).toBe(row.expected_old_replicas ?? row.old_replicas);
  });

  test.each(vectors('kubernetes-controller', 'kubernetes_cleanup_unhealthy'))('cleans up $title', (row) => {
    expect(unhealthyToRemove(row.old_replicas, row.available, row.max_cleanup)).toBe(row.expected_cleaned);
  });
});

describe('other platforms', () => {
  test.each(vectors('kubernetes-sets', 'kubernetes_statefulset_max_unavailable'))('StatefulSet $title', (row) => {
    const written = row.max_unavailable ?? 1;
    const amount = amountFor('kubernetes-statefulset', 'rolling', 'max_unavailable', written);
    expect(amountOf(amount, row.replicas)).toBe(row.expected);
  });

  test.each(vectors('kubernetes-sets', 'kubernetes_daemonset_counts'))('DaemonSet $title', (row) => {
    const { maxSurge = null, maxUnavailable = null } = row.configured;
    const limits = {
      kind: 'rolling',
      surge: amountFor('kubernetes-daemonset', 'rolling', 'max_surge', maxSurge),
      unavailable: amountFor('kubernetes-daemonset', 'rolling', 'max_unavailable', maxUnavailable),
      bothZero: 'one_unavailable',
      waitsForExit: 0,
    } as const;
    const expected = { surge: row.expected_max_surge, unavailable: row.expected_max_unavailable };
    expect(slackOf(limits, row.desired_scheduled)).toEqual(expected);
  });

  test.each(vectors('argo-rollouts', 'argo_canary'))('Argo canary $title', (row) => {
    const { max_surge, max_unavailable } = row;
    const limits = rollingFor('argo-rollouts', 'canary', { max_surge, max_unavailable });
    if (limits === null) throw new Error('no limits');
    const { surge, unavailable } = slackOf(limits, row.replicas);
    expect(row.expected_stable + row.expected_canary).toBeLessThanOrEqual(row.replicas + surge);
    expect(row.expected_stable + row.expected_canary).toBeGreaterThanOrEqual(row.replicas - unavailable);
  });

  test.each(vectors('argo-rollouts', 'argo_canary_overrides'))('Argo canary with traffic routing $title', (row) => {
    const { setCanaryScale_replicas: replicas, setCanaryScale_weight: weight } = row.override;
    const scale = replicas ?? (weight === undefined ? undefined : `${weight}%`);
    const given = { platform: 'argo-rollouts', strategy: 'canary', traffic_routing: true, set_canary_scale: scale };
    const { counted } = aliveOf(given, row.replicas);
    expect(row.expected_stable + row.expected_canary).toBeLessThanOrEqual(counted);
    expect(counted).toBe(
      row.replicas + Math.max(row.replicas, replicas ?? Math.ceil((row.replicas * (weight ?? 0)) / 100)),
    );
  });

  test.each(vectors('argo-rollouts', 'argo_max_surge'))('Argo max surge $title', (row) => {
    if (row.strategy === 'blueGreen') return expect(overlapOf('argo-rollouts', 'blue_green').kind).toBe('full_set');
    return expect(amountOf(amountFor('argo-rollouts', row.strategy, 'max_surge', row.max_surge), row.replicas)).toBe(
      row.expected,
    );
  });

  test.each([...vectors('ecs', 'ecs_rounding'), ...vectors('ecs', 'ecs_rounding_derived')])('ECS $title', (row) => {
    const { minimumHealthyPercent, maximumPercent } = row;
    const limits = rollingFor('ecs', 'rolling', {
      minimum_healthy_percent: minimumHealthyPercent,
      maximum_percent: maximumPercent,
    });
    if (limits === null) throw new Error('no limits');
    const { surge, unavailable } = slackOf(limits, row.desired);
    expect(row.desired - unavailable).toBe(row.lower);
    if (row.upper !== null) expect(row.desired + surge).toBe(row.upper);
  });

  test.each(vectors('platforms', 'examples'))('$title', (row) => {
    const { counted, draining } = aliveOf(row.deploy, row.nodes, row.processes);
    expect({ counted, draining }).toEqual({ counted: row.counted, draining: row.draining });
  });
});

describe('every platform', () => {
  const strategies = [...platforms, platformFree].flatMap((platform) =>
    platform.strategies.map((strategy): [string, Platform, PlatformStrategy] => [
      `${platform.id} ${strategy.id}`,
      platform,
      strategy,
    ]),
  );

  test('has an id and words of its own', () => {
    const ids = platforms.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { strategies: each } of platforms) {
      const words = each.flatMap(({ id, aliases }) => [id, ...aliases]);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(findPlatform(word)).toBeNull();
    }
  });

  test.each(strategies)('%s says where it comes from', (_, __, strategy) => {
    for (const fact of [strategy, ...strategy.parameters, ...strategy.notes]) expect(fact.sources).not.toHaveLength(0);
  });

  test.each(strategies)(
    '%s has defaults that are values, and rules about parameters that exist',
    (_, platform, strategy) => {
      for (const parameter of strategy.parameters) {
        if (parameter.default !== null) expect(readValue(parameter, parameter.default)).not.toBeNull();
        if (parameter.defaultsTo !== undefined) expect(findParameter(strategy, parameter.defaultsTo)).toBeDefined();
        if (parameter.selects !== undefined) expect(findStrategy(platform, parameter.selects.strategy)).not.toBeNull();
      }
      for (const key of keysOf(strategy.overlap)) expect(findParameter(strategy, key)?.key).toBe(key);
    },
  );
});

/** Parameters that a rule names. */
function keysOf(rule: PlatformStrategy['overlap']): string[] {
  const named = Object.entries(rule).flatMap(([role, value]) => {
    if (typeof value === 'object') return [value.from ?? value.above ?? value.below];
    return ['factor', 'atMost', 'orMore'].includes(role) ? [value] : [];
  });
  return named;
}

function overlapOf(platform: string, strategy: string) {
  const { deploy } = resolveDeploy({ platform, strategy }, () => {});
  if (deploy === null) throw new Error(`${platform} ${strategy} does not resolve`);
  return deploy.overlap;
}

function aliveOf(given: Row, nodes: number, processes?: number) {
  const { deploy } = resolveDeploy(
    given,
    (_, message) => {
      throw new Error(message);
    },
    processes,
  );
  if (deploy === null) throw new Error('does not resolve');
  return nodesAlive(deploy, nodes);
}
