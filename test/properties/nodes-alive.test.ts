import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { type NodesAlive, nodesAlive } from '../../src/budget/rollout/nodes-alive.ts';
import { resolveDeploy } from '../../src/topology/deploy/deploy.ts';
import { givenFor, strategies } from '../topology/platform-deploys.ts';

const runs = { numRuns: 1000 };
const nodes = fc.oneof(fc.nat(30), fc.nat(1_000_000));
const seconds = fc.oneof(fc.nat(90), fc.double({ min: 0, max: 3600, noNaN: true }));

/** Whether no figure of `a` is above that of `b`. */
function atMost(a: NodesAlive, b: NodesAlive): boolean {
  return a.counted <= b.counted && a.deploy <= b.deploy && a.draining <= b.draining;
}

describe.each(strategies)('%s', (_, platform, strategy) => {
  /** Any rollout by this strategy, without timing; null where the platform would refuse it. */
  const rollout = fc
    .tuple(givenFor(platform, strategy), fc.integer({ min: 1, max: 16 }))
    .map(([given, processes]) => resolveDeploy(given, () => {}, processes).deploy);

  test('has at least the nodes, more with more nodes, and each figure above the one before', () => {
    const time = fc.option(seconds);
    const property = fc.property(rollout, time, time, nodes, fc.nat(3), (deploy, readyAfter, drain, few, more) => {
      if (deploy === null) return true;
      const timed = { ...deploy, readyAfter, drain };
      const alive = nodesAlive(timed, few);
      const ordered = few <= alive.counted && alive.counted <= alive.deploy && alive.deploy <= alive.draining;
      const settled = drain === null || readyAfter === null || alive.deploy === alive.draining;
      return ordered && settled && atMost(alive, nodesAlive(timed, few + more));
    });
    fc.assert(property, runs);
  });

  test('has no fewer with a longer drain, and no more with a longer time to be ready', () => {
    const property = fc.property(rollout, seconds, seconds, seconds, nodes, (deploy, readyAfter, drain, longer, n) => {
      if (deploy === null) return true;
      const timed = { ...deploy, readyAfter, drain };
      const alive = nodesAlive(timed, n);
      const unknown = nodesAlive({ ...timed, drain: null }, n);
      return (
        atMost(alive, nodesAlive({ ...timed, drain: drain + longer }, n)) &&
        atMost(nodesAlive({ ...timed, readyAfter: readyAfter + longer }, n), alive) &&
        alive.draining <= unknown.draining
      );
    });
    fc.assert(property, runs);
  });
});

test('a larger surge never has fewer nodes alive', () => {
  const share = fc.record({ numerator: fc.nat(200), denominator: fc.constant(100) });
  const amount = fc.record({ share, round: fc.constantFrom('up', 'down'), atLeast: fc.nat(12) });
  const rolling = fc.record({
    kind: fc.constant('rolling'),
    surge: amount,
    unavailable: amount,
    bothZero: fc.constantFrom('one_unavailable', 'no_overlap'),
    waitsForExit: fc.constantFrom(0, 60, Number.POSITIVE_INFINITY),
  });
  const time = fc.option(fc.nat(200));
  const property = fc.property(
    rolling,
    fc.nat(40),
    fc.nat(3),
    time,
    time,
    nodes,
    (less, percent, count, readyAfter, drain, n) => {
      const { share: small, atLeast } = less.surge;
      const larger = { share: { ...small, numerator: small.numerator + percent }, atLeast: atLeast + count };
      const deploy = { platform: 'any', strategy: 'any', readyAfter, drain };
      const more = { ...less, surge: { ...less.surge, ...larger } };
      return atMost(nodesAlive({ ...deploy, overlap: less }, n), nodesAlive({ ...deploy, overlap: more }, n));
    },
  );
  fc.assert(property, { numRuns: 10_000 });
});
