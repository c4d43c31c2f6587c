import fc from 'fast-check';
import type { Deploy, Topology } from '../../src/topology/types.ts';
import { adding, database, doubling, policy, pool, pooler, service, topology } from '../budget/topologies.ts';

const small = (most: number) => fc.integer({ min: 0, max: most });
const from = (least: number, most: number) => fc.integer({ min: least, max: most });
const sometimes = <V, W>(steady: V, others: fc.Arbitrary<W>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(steady) }, { weight: 1, arbitrary: others });

/** A second set of nodes that drains for as long as it likes. */
const draining: Deploy = { ...doubling, drain: null, overlap: { kind: 'full_set', atMost: 4 } };

const rollout = fc.oneof(fc.constant(doubling), fc.constant(draining), small(3).map(adding));

const weight = sometimes(
  { numerator: 1, denominator: 1 },
  fc.constantFrom({ numerator: 2, denominator: 1 }, { numerator: 3, denominator: 2 }),
);

interface Bounds {
  readonly pools: number;
  readonly size: number;
  /** Whether some pools have no bound. */
  readonly unbounded?: boolean;
}

/**
 * Topologies with at most so many pools of at most so many connections a process, crowded enough that most do not fit:
 * up to two databases and two poolers, limited deploys, exclusive services, overflow, weights and bounds.
 */
export function smallTopologies({ pools, size, unbounded = false }: Bounds): fc.Arbitrary<Topology> {
  return fc.record({ databases: from(1, 2), poolers: small(2) }).chain(({ databases, poolers }) => {
    const names = ['main', 'other'].slice(0, databases);
    const bouncers = ['left', 'right'].slice(0, poolers);
    const target = {
      to: fc.constantFrom(...names, ...bouncers, 'main'),
      user: fc.constantFrom('app', 'job'),
      dbname: fc.constantFrom('main', 'log'),
    };
    const somePool = fc.record({ ...target, size: from(0, size), held: sometimes(1, fc.constant(2)) }).chain((given) =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constant(pool(given)) },
        {
          weight: 2,
          arbitrary: small(given.size).map((overflow) => pool({ ...given, size: given.size - overflow, overflow })),
        },
        {
          weight: unbounded ? 1 : 0,
          arbitrary: fc.constantFrom(pool({ ...given, size: Infinity }), pool({ ...given, overflow: Infinity })),
        },
      ),
    );
    const someExtra = fc.record({
      ...target,
      name: fc.constant('extra'),
      count: small(2),
      per: fc.constantFrom<'process' | 'node' | 'service'>('process', 'node', 'service'),
      uses: fc.constant([]),
    });
    const someService = fc.record({
      nodes: small(4),
      maxNodes: sometimes(null, fc.constant(5)),
      processes: sometimes(1, fc.constant(2)),
      threads: sometimes(null, from(1, 4)),
      deploy: rollout,
      pools: fc.array(somePool, { minLength: 1, maxLength: 2 }),
      extras: fc.array(someExtra, { maxLength: 1 }),
      when: sometimes<'always' | 'deploy', 'deploy'>('always', fc.constant('deploy')),
      exclusive: sometimes(null, fc.constant('alone')),
      minPool: small(2),
      maxPool: sometimes(null, from(2, size)),
      weight,
    });
    const somePooler = fc.record({
      to: fc.constantFrom(...names),
      nodes: small(3),
      deploy: rollout,
      mode: fc.constantFrom<'session' | 'transaction'>('session', 'transaction'),
      poolSize: small(8),
      minPoolSize: sometimes(0, small(3)),
      maxClientConn: from(5, 60),
      maxUserConnections: sometimes(Infinity, from(1, 20)),
    });
    return fc
      .record({
        services: fc.array(someService, { minLength: 1, maxLength: pools }),
        poolers: fc.tuple(...bouncers.map(() => somePooler)),
        usable: fc.array(from(5, 120), { minLength: 2, maxLength: 2 }),
        others: small(3),
        concurrent: sometimes(Infinity, from(1, 2)),
        crowded: small(6),
      })
      .map(({ services, poolers, usable, others, concurrent, crowded }) => {
        let left = pools;
        return topology({
          databases: names.map((name, index) =>
            database({
              name,
              maxConnections: (usable[index] as number) + 3,
              otherClients: [{ name: 'psql', count: others }],
            }),
          ),
          poolers: poolers.map((one, index) => pooler({ ...one, name: bouncers[index] as string })),
          services: services.flatMap((one, index) => {
            const some = one.pools.slice(0, left).map((each, at) => ({ ...each, name: `pool-${at}` }));
            left -= some.length;
            return some.length === 0 ? [] : [service({ ...one, name: `service-${index}`, pools: some })];
          }),
          policy: { ...policy, concurrentDeploys: concurrent },
          scenarios: [{ name: 'crowded', nodes: new Map([['service-0', crowded]]) }],
        });
      });
  });
}
