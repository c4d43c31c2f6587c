import fc from 'fast-check';
import type { Deploy, Topology } from '../../src/topology/types.ts';
import { adding, database, doubling, policy, pool, pooler, rolling, service, topology } from './topologies.ts';

const small = (max: number, min = 0) => fc.integer({ min, max });
const sometimes = <T>(value: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight, arbitrary: value });
const limit = sometimes(small(25, 1)).map((given) => given ?? Number.POSITIVE_INFINITY);
const concurrency = fc.oneof(fc.constant(Number.POSITIVE_INFINITY), small(4, 1));

/** Rollouts whose figure does not depend on timing. */
export const simpleRollout: fc.Arbitrary<Deploy> = fc.oneof(fc.constant(doubling), small(3).map(adding));

/** Rollouts in batches, with declared timing or without. */
export const timedRollout: fc.Arbitrary<Deploy> = fc
  .record({ surge: small(3), unavailable: small(2), drain: sometimes(small(60)), readyAfter: sometimes(small(30)) })
  .map(({ surge, unavailable, drain, readyAfter }) => rolling(surge, unavailable, drain, readyAfter));

interface Sizes {
  readonly databases?: number;
  readonly services: fc.Arbitrary<number>;
  readonly poolers: fc.Arbitrary<number>;
  readonly rollout?: fc.Arbitrary<Deploy>;
}

/** Small topologies with everything that decides a budget: poolers, bypasses, extras, exclusive and deploy-only services, limits. */
export const topologies = ({
  databases = 1,
  services,
  poolers,
  rollout = simpleRollout,
}: Sizes): fc.Arbitrary<Topology> =>
  fc.record({ services, poolers }).chain((counts) => {
    const servers = Array.from({ length: databases }, (_, index) => (index === 0 ? 'main' : `main-${index}`));
    const targets = [...servers, ...Array.from({ length: counts.poolers }, (_, index) => `bouncer-${index}`)];
    const target = {
      to: fc.constantFrom(...targets),
      user: fc.constantFrom('app', 'job'),
      dbname: fc.constantFrom('main', 'log'),
    };
    const deployable = { processes: small(2, 1), deploy: rollout, more: sometimes(small(3)) };
    const someService = fc.record({
      ...deployable,
      nodes: small(4),
      pools: fc.array(
        fc
          .record({ ...target, size: small(6), overflow: small(2), min: small(2) })
          .map((one) => pool({ ...one, min: Math.min(one.min, one.size) })),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      extras: fc.array(
        fc.record({
          ...target,
          name: fc.constant('extra'),
          count: small(2),
          per: fc.constantFrom<'process' | 'node' | 'service'>('process', 'node', 'service'),
          uses: fc.constant([]),
        }),
        { maxLength: 1 },
      ),
      when: sometimes(fc.constant<'deploy'>('deploy')).map((when) => when ?? 'always'),
      exclusive: sometimes(fc.constantFrom('left', 'right'), 2),
    });
    const somePooler = fc.record({
      ...deployable,
      nodes: small(3),
      to: fc.constantFrom(...servers),
      mode: fc.constantFrom<'session' | 'transaction'>('session', 'transaction'),
      poolSize: small(8),
      reservePoolSize: small(2),
      minPoolSize: small(3),
      maxClientConn: small(40, 5),
      maxDbConnections: limit,
      maxUserConnections: limit,
    });
    return fc
      .record({
        services: fc.array(someService, { minLength: counts.services, maxLength: counts.services }),
        poolers: fc.array(somePooler, { minLength: counts.poolers, maxLength: counts.poolers }),
        others: small(3),
        concurrentDeploys: concurrency,
      })
      .map(({ services, poolers, others, concurrentDeploys }) => {
        const most = ({ nodes, more }: { nodes: number; more: number | null }) => (more === null ? null : nodes + more);
        return topology({
          databases: servers.map((name) => database({ name, otherClients: [{ name: 'psql', count: others }] })),
          services: services.map((one, index) => service({ ...one, maxNodes: most(one), name: `service-${index}` })),
          poolers: poolers.map((one, index) => pooler({ ...one, maxNodes: most(one), name: `bouncer-${index}` })),
          policy: { ...policy, concurrentDeploys },
        });
      });
  });
