import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { resolveDeploy } from '../../src/topology/deploy/deploy.ts';

type Given = string | Record<string, unknown> | undefined;

function resolve(given: Given) {
  const mistakes: string[] = [];
  const resolved = resolveDeploy(given, (path, message, hint) =>
    mistakes.push(`${path.join('.')}: ${message}. ${hint}`),
  );
  return { ...resolved, mistakes };
}

describe('deploy', () => {
  test.each<[Given, string]>([
    [undefined, 'kubernetes rolling'],
    ['rolling', 'kubernetes rolling'],
    [{}, 'kubernetes rolling'],
    [{ max_surge: 1 }, 'kubernetes rolling'],
    ['recreate', 'any recreate'],
    ['blue_green', 'any blue_green'],
    ['none', 'any none'],
    [{ surge_factor: '150%' }, 'any surge_factor'],
    ['ecs', 'ecs rolling'],
    [{ platform: 'fly', strategy: 'bluegreen' }, 'fly blue_green'],
    [{ platform: 'fly', max_unavailable: '0.25' }, 'fly rolling'],
    [{ platform: 'heroku', strategy: 'restart', preboot: true }, 'heroku preboot'],
    [{ platform: 'swarm', order: 'start-first' }, 'swarm start_first'],
    [{ platform: 'argo-rollouts', strategy: 'canary', traffic_routing: true }, 'argo-rollouts canary_routed'],
    [{ strategy: 'none', drain: '5s', ready_after: 0 }, 'any none'],
  ])('%j is %s', (given, expected) => {
    const { deploy, mistakes } = resolve(given);
    expect(mistakes).toEqual([]);
    expect(`${deploy?.platform} ${deploy?.strategy}`).toBe(expected);
  });

  test.each<[Given, number | null, number | null]>([
    [{ ready_after: '20s', drain: '1m30s' }, 20, 90],
    [{ ready_after: '200ms', drain: 0 }, 0.2, 0],
    [{ termination_grace_period_seconds: 45 }, null, 45],
    [{ termination_grace_period_seconds: '2.5' }, null, 2.5],
    [{ platform: 'swarm' }, null, 10],
    [{ platform: 'swarm', stop_grace_period: '2m' }, null, 120],
    [{ platform: 'swarm', order: 'start-first' }, null, null],
    ['rolling', null, null],
  ])('%j is ready after %p and drains for %p seconds', (given, readyAfter, drain) => {
    expect(resolve(given).deploy).toMatchObject({ readyAfter, drain });
  });

  test.each<[Given, string[]]>([
    [undefined, ['Kubernetes Deployment, strategy rolling, max_surge 25%, max_unavailable 25%: no deploy is given']],
    [{ max_surge: 1 }, ['max_unavailable 25%: not given; the default of Kubernetes Deployment']],
    [{ max_surge: 1, max_unavailable: 0 }, []],
    ['recreate', []],
    [
      { platform: 'gcp-mig' },
      ['strategy rolling, zones 1: not given; the default of Google Compute Engine managed instance group'],
    ],
  ])('%j assumes %j', (given, expected) => {
    expect(resolve(given).assumptions.map(({ value, reason }) => `${value}: ${reason}`)).toEqual(expected);
  });

  test.each<[Given, RegExp[]]>([
    ['kubernets', [/^: .*no strategy `kubernets`. Did you mean `kubernetes`\?/]],
    ['canary', [/needs a `platform`: argo-rollouts,.* fly\./]],
    ['argo-rollouts', [/no default strategy. Give `strategy`: canary,/]],
    [{ platform: 'esc' }, [/^platform: there is no platform `esc`. Did you mean `ecs`\?/]],
    [{ platform: ['ecs'] }, [/^platform: there is no platform a list/]],
    [
      { platform: 'ecs', strategy: 'recreate' },
      [/^strategy: Amazon ECS has no strategy `recreate`. Leave out `platform` for it, or give one of: rolling,/],
    ],
    [{ max_sruge: 1 }, [/^max_sruge: .*Did you mean `max_surge`\? Valid here: max_surge, max_unavailable,.*drain\./]],
    [{ maximum_percent: 150 }, [/^maximum_percent: .*It belongs to ecs\. Valid here: max_surge,/]],
    [{ platform: 'ecs', surge_factor: 2 }, [/^surge_factor: .*It stands alone/]],
    [{ strategy: 'rolling', surge_factor: 2 }, [/^surge_factor: .*It stands alone/]],
    [{ surge_factor: 0.9 }, [/^surge_factor: surge_factor cannot be `0.9`. Expected a factor from 1 to 1,000/]],
    [{ surge_factor: { numerator: 3, denominator: 0 } }, [/cannot be a map/]],
    [
      { max_surge: -1, max_unavailable: '25' },
      [/^max_surge: .*`-1`. Expected a whole number/, /^max_unavailable: .*or a percentage such as 25%/],
    ],
    [{ max_surge: 0, max_unavailable: '0%' }, [/accepts no rollout without surge/]],
    [{ platform: 'ecs', maximum_percent: 90 }, [/a percentage from 100 to 1,000/]],
    [{ platform: 'heroku', preboot: 'yes' }, [/^preboot: preboot cannot be `yes`. Expected true or false\./]],
    [{ platform: 'swarm', order: 'random' }, [/Expected stop-first or start-first\./]],
    [{ platform: 'beanstalk', strategy: 'rolling_with_additional_batch' }, [/lacks `batch_size`/]],
    [
      { drain: '30', ready_after: -1 },
      [/^drain: drain cannot be `30`. Expected a time with its unit/, /^ready_after: /],
    ],
    [{ drain: '30s', termination_grace_period_seconds: 30 }, [/repeats `drain`/]],
  ])('%j is reported', (given, expected) => {
    const { deploy, mistakes } = resolve(given);
    expect(deploy).toBeNull();
    expect(mistakes).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(mistakes[index]).toMatch(pattern);
  });

  test('survives anything', () => {
    const keys = fc.constantFrom(
      'platform',
      'strategy',
      'max_surge',
      'surge_factor',
      'drain',
      '__proto__',
      'constructor',
    );
    const values = fc.oneof(fc.constantFrom('ecs', 'rolling', '25%', '1s'), fc.anything());
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.dictionary(keys, values)), (given) => {
        const { deploy, mistakes } = resolve(given);
        expect(deploy === null).toBe(mistakes.length > 0);
      }),
      { numRuns: 2000 },
    );
  });
});
