import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nodesAlive } from '../../src/budget/rollout/nodes-alive.ts';
import { rolloutOf } from '../../src/budget/rollout/rollout.ts';
import { resolveDeploy } from '../../src/topology/deploy/deploy.ts';
import { givenFor, strategies } from '../topology/platform-deploys.ts';

const nodes = fc.oneof(fc.nat(12), fc.nat(1_000_000));
const time = fc.option(fc.oneof(fc.nat(90), fc.nat(3_600)));

describe.each(strategies)('the parts of a rollout by %s', (_, platform, strategy) => {
  const rollout = fc
    .tuple(givenFor(platform, strategy), fc.integer({ min: 1, max: 16 }))
    .map(([given, processes]) => resolveDeploy(given, () => {}, processes).deploy);

  test('lead to its nodes alive', () => {
    fc.assert(
      fc.property(rollout, time, time, nodes, (deploy, readyAfter, drain, count) => {
        if (deploy === null) return;
        const timed = { ...deploy, readyAfter, drain };
        const alive = nodesAlive(timed, count);
        expect(rolloutOf(timed, count, 'deploy').alive).toBe(alive.deploy);
        expect(rolloutOf(timed, count, 'draining').alive).toBe(alive.draining);
        const more = alive.draining > alive.deploy;
        expect(rolloutOf(timed, count, 'deploy').undeclared).toBe(more);
      }),
      { numRuns: 300 },
    );
  });
});

test('each stage of draining occurs', () => {
  const kubernetes = (max_surge: number, max_unavailable: number, ready_after: string, drain: string) =>
    resolveDeploy({ platform: 'kubernetes', max_surge, max_unavailable, ready_after, drain }, () => {}).deploy;
  const stage = (deploy: ReturnType<typeof kubernetes>, count: number) => {
    const rollout = deploy && rolloutOf(deploy, count, 'deploy');
    return rollout?.kind === 'rolling' ? [rollout.draining?.stage, rollout.alive] : null;
  };
  expect(stage(kubernetes(3, 2, '20s', '20s'), 100)).toEqual(['middle', 113]);
  expect(stage(kubernetes(3, 2, '20s', '5s'), 8)).toEqual(['end', 14]);
  expect(stage(kubernetes(1, 4, '20s', '5s'), 8)).toEqual(['start', 13]);
  expect(stage(kubernetes(3, 2, '0s', '5s'), 8)).toEqual(['all', 16]);
});
