import fc from 'fast-check';
import type { Deploy, Topology } from '../../src/topology/types.ts';
import { adding, database, doubling, policy, pool, pooler, service, topology } from '../budget/topologies.ts';

const from = (least: number, most: number) => fc.integer({ min: least, max: most });
const sometimes = <V, W>(steady: V, others: fc.Arbitrary<W>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(steady) }, { weight: 1, arbitrary: others });

const draining: Deploy = { ...doubling, drain: null, overlap: { kind: 'full_set', atMost: 20 } };
const rollout = fc.oneof(fc.constant(doubling), fc.constant(draining), from(0, 3).map(adding));

/**
 * Topologies of 10 to 40 pools, one a service, that open more than one to three databases have: weights, bounds, limited
 * deploys, exclusive services and deploy-only ones, a peak. Where some go through poolers, whose
 * limits cross, everything may deploy at once.
 */
export const mediumTopologies: fc.Arbitrary<Topology> = fc
  .record({ databases: from(1, 3), poolers: from(0, 2) })
  .chain(({ databases, poolers }) => {
    const names = ['main', 'other', 'third'].slice(0, databases);
    const bouncers = ['left', 'right'].slice(0, poolers);
    const somePool = fc.record({
      to: fc.constantFrom(...names, ...bouncers),
      user: fc.constantFrom('app', 'job'),
      dbname: fc.constantFrom('main', 'log'),
      size: from(2, 30),
    });
    const someService = fc.record({
      nodes: from(0, 6),
      maxNodes: sometimes(null, from(6, 9)),
      processes: from(1, 3),
      threads: sometimes(null, from(2, 16)),
      deploy: rollout,
      pools: somePool.map((one) => [pool(one)]),
      when: sometimes<'always' | 'deploy', 'deploy'>('always', fc.constant('deploy')),
      exclusive: sometimes(null, sometimes(null, fc.constantFrom('left', 'right'))),
      minPool: from(0, 2),
      weight: sometimes(
        { numerator: 1, denominator: 1 },
        fc.constantFrom({ numerator: 2, denominator: 1 }, { numerator: 3, denominator: 2 }),
      ),
    });
    const somePooler = fc.record({
      to: fc.constantFrom(...names),
      nodes: from(1, 3),
      deploy: rollout,
      poolSize: from(5, 60),
      maxClientConn: from(100, 900),
      maxUserConnections: sometimes(Infinity, from(5, 60)),
      maxDbConnections: sometimes(Infinity, from(5, 60)),
    });
    return fc
      .record({
        services: fc.array(someService, { minLength: 10, maxLength: 40 }),
        poolers: fc.tuple(...bouncers.map(() => somePooler)),
        shares: fc.array(from(15, 80), { minLength: 3, maxLength: 3 }),
        others: from(0, 3),
        concurrent: sometimes(Infinity, from(1, 4)),
      })
      .map(({ services, poolers, shares, others, concurrent }) => {
        const open = services.reduce(
          (sum, { nodes, processes, pools }) => sum + 2 * nodes * processes * (pools[0]?.size ?? 0),
          0,
        );
        return topology({
          databases: names.map((name, index) =>
            database({
              name,
              maxConnections: 60 + Math.floor((open * (shares[index] as number)) / 100 / databases),
              otherClients: [{ name: 'psql', count: others }],
            }),
          ),
          poolers: poolers.map((one, index) => pooler({ ...one, name: bouncers[index] as string })),
          services: services.map((one, index) => service({ ...one, name: `service-${index}` })),
          policy: { ...policy, concurrentDeploys: poolers.length === 0 ? concurrent : Infinity },
          scenarios: [{ name: 'crowded', nodes: new Map([['service-0', 9]]) }],
        });
      });
  });
