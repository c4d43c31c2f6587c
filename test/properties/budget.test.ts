import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeBudget } from '../../src/budget/index.ts';
import type { Budget, DatabaseScenario } from '../../src/budget/types.ts';
import type { Deploy, Pool, Service, Topology } from '../../src/topology/types.ts';
import { simpleRollout, timedRollout, topologies } from '../budget/arbitrary.ts';

const runs = { numRuns: 1_000 };
const some = topologies({
  databases: 2,
  services: fc.integer({ min: 1, max: 5 }),
  poolers: fc.integer({ min: 0, max: 2 }),
  rollout: fc.oneof(simpleRollout, timedRollout),
});

const scenariosOf = (budget: Budget) => budget.databases.flatMap(({ scenarios }) => scenarios);

/** Connections by database and scenario. A draining variant that is not shown equals the one before it. */
function connectionsOf(budget: Budget): Map<string, number> {
  const connections = new Map<string, number>();
  for (const { name, scenarios } of budget.databases) {
    for (const scenario of scenarios) {
      connections.set(`${name} ${scenario.name}`, scenario.connections);
      if (scenario.kind === 'deploy') connections.set(`${name} ${scenario.name}-draining`, scenario.connections);
    }
  }
  return connections;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a budget', () => {
  test('is the same every time', () => {
    fc.assert(
      fc.property(some, (given) => expect(computeBudget(given)).toEqual(computeBudget(given))),
      runs,
    );
  });

  test('adds up', () => {
    const addsUp = ({ breakdown, connections }: DatabaseScenario) =>
      expect(sum(breakdown.map((addend) => addend.connections))).toBe(connections);
    fc.assert(
      fc.property(some, (given) => scenariosOf(computeBudget(given)).forEach(addsUp)),
      runs,
    );
  });

  test('multiplies nodes by what one opens', () => {
    const multiplies = ({ breakdown }: DatabaseScenario) => {
      for (const { via, nodes, perNode, connections } of breakdown) {
        if (nodes === null || perNode === null) continue;
        if (via === null) expect(connections).toBe(nodes * perNode);
      }
    };
    fc.assert(
      fc.property(some, (given) => scenariosOf(computeBudget(given)).forEach(multiplies)),
      runs,
    );
  });

  test('never has less while deploying than in steady state, or at the peak than usually', () => {
    fc.assert(
      fc.property(some, (given) => {
        const connections = connectionsOf(computeBudget(given));
        for (const [name, count] of connections) {
          const less = [
            name.replace('deploy-draining', 'deploy'),
            name.replace('peak-', ''),
            name.replace(' deploy', ' steady'),
            name.replace('peak-deploy', 'peak'),
          ];
          for (const other of less) expect(count).toBeGreaterThanOrEqual(connections.get(other) ?? 0);
        }
      }),
      runs,
    );
  });

  test('keeps the idle floor within the connections', () => {
    const within = ({ floor, connections }: DatabaseScenario) => expect(floor).toBeLessThanOrEqual(connections);
    fc.assert(
      fc.property(some, (given) => scenariosOf(computeBudget(given)).forEach(within)),
      runs,
    );
  });
});

/** Makes one number of a topology larger. */
type Growth = (given: Topology, which: number) => Topology;

const ofService =
  (change: (service: Service) => Partial<Service>): Growth =>
  (given, which) => ({
    ...given,
    services: given.services.map((one, index) =>
      index === which % given.services.length ? { ...one, ...change(one) } : one,
    ),
  });

const ofPools = (change: (pool: Pool) => Partial<Pool>): Growth =>
  ofService(({ pools }) => ({ pools: pools.map((pool) => ({ ...pool, ...change(pool) })) }));

const ofDeploy = (change: (deploy: Deploy) => Deploy): Growth =>
  ofService(({ deploy }) => ({ deploy: change(deploy) }));

const growths: Record<string, Growth> = {
  nodes: ofService(({ nodes, maxNodes }) => ({ nodes: nodes + 1, maxNodes: maxNodes === null ? null : maxNodes + 1 })),
  processes: ofService(({ processes }) => ({ processes: processes + 1 })),
  'pool size': ofPools(({ size }) => ({ size: size + 1 })),
  overflow: ofPools(({ overflow }) => ({ overflow: overflow + 1 })),
  surge: ofDeploy((deploy) => {
    if (deploy.overlap.kind !== 'rolling') return deploy;
    const { surge } = deploy.overlap;
    return { ...deploy, overlap: { ...deploy.overlap, surge: { ...surge, atLeast: surge.atLeast + 1 } } };
  }),
  drain: ofDeploy((deploy) => ({ ...deploy, drain: deploy.drain === null ? null : deploy.drain + 7 })),
  concurrency: (given) => ({
    ...given,
    policy: { ...given.policy, concurrentDeploys: given.policy.concurrentDeploys + 1 },
  }),
  'pooler nodes': (given) => ({
    ...given,
    poolers: given.poolers.map((one) => ({
      ...one,
      nodes: one.nodes + 1,
      maxNodes: one.maxNodes === null ? null : one.maxNodes + 1,
    })),
  }),
};

describe('a budget grows with', () => {
  test.each(Object.keys(growths))('%s', (name) => {
    const grow = growths[name] as Growth;
    fc.assert(
      fc.property(some, fc.nat(), (given, which) => {
        const before = connectionsOf(computeBudget(given));
        const after = connectionsOf(computeBudget(grow(given, which)));
        for (const [scenario, count] of before) {
          expect([scenario, after.get(scenario) ?? Number.POSITIVE_INFINITY]).toEqual([scenario, expect.any(Number)]);
          expect(after.get(scenario) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(count);
        }
      }),
      runs,
    );
  });
});

describe('more nodes', () => {
  /** Whether everything fits that the service opens connections on, slow draining aside. */
  const fits = (given: Topology, index: number) => {
    const { databases, poolers } = computeBudget(given);
    const targets = [...(given.services[index]?.pools ?? []), ...(given.services[index]?.extras ?? [])].map(
      ({ to }) => to,
    );
    return [...databases, ...poolers]
      .filter(
        ({ name }) => targets.includes(name) || poolers.some((one) => one.to === name && targets.includes(one.name)),
      )
      .every(({ scenarios }) => scenarios.every((scenario) => scenario.kind === 'draining' || scenario.fits));
  };
  const add = (given: Topology, index: number, nodes: number) =>
    ofService((one) => ({
      nodes: Math.max(0, one.nodes + nodes),
      maxNodes: one.maxNodes === null ? null : Math.max(0, one.maxNodes + nodes),
    }))(given, index);

  test('fit, and one more does not', () => {
    const alone = topologies({
      services: fc.integer({ min: 1, max: 4 }),
      poolers: fc.integer({ min: 0, max: 1 }),
      rollout: fc.oneof(simpleRollout, timedRollout),
    });
    fc.assert(
      fc.property(alone, (given) => {
        computeBudget(given).services.forEach(({ moreNodes, nodes }, index) => {
          const fitsWith = (nodes: number) => fits(add(given, index, nodes), index);
          const most = Math.max(nodes, given.services[index]?.maxNodes ?? 0);
          if (moreNodes === null) expect(fitsWith(1_000)).toBe(true);
          else if (fitsWith(0)) expect([fitsWith(moreNodes), fitsWith(moreNodes + 1)]).toEqual([true, false]);
          else if (fitsWith(moreNodes)) expect(fitsWith(moreNodes + 1)).toBe(false);
          else expect(moreNodes).toBe(0 - most);
        });
      }),
      runs,
    );
  });
});
