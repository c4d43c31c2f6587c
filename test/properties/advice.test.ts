import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeBudget } from '../../src/budget/index.ts';
import { waitAt } from '../../src/queueing/wait.ts';
import { adviseSizes, withSizes } from '../../src/sizing/index.ts';
import type { Advice, SizeChange } from '../../src/sizing/types.ts';
import type { Topology, Traffic } from '../../src/topology/types.ts';
import { broken } from '../sizing/exhaustion.ts';
import { smallTopologies } from '../sizing/small-topologies.ts';

const settings = { pool_size: 'default_pool_size', client_limit: 'max_client_conn' };

const traffic: fc.Arbitrary<Traffic> = fc.record({
  rate: fc.integer({ min: 0, max: 2_000 }),
  hold: fc.constantFrom(0, 0.001, 0.01, 0.1),
  cv: fc.constantFrom(0, 0.5, 1, 2),
  external: fc.constant(0),
  skew: fc.constant(1),
  targetWait: fc.option(fc.constantFrom(0, 0.001, 0.05)),
  percentile: fc.constantFrom(50, 99, 99.9),
});

/** Small topologies of which some services say their traffic, and poolers have limits to set. */
const topologies: fc.Arbitrary<Topology> = fc
  .tuple(
    smallTopologies({ pools: 6, size: 20, unbounded: true }),
    fc.array(fc.option(traffic), { minLength: 8, maxLength: 8 }),
  )
  .map(([given, traffics]) => ({
    ...given,
    poolers: given.poolers.map((pooler) => ({ ...pooler, settings })),
    services: given.services.map((service, index) => ({ ...service, traffic: traffics[index] ?? null })),
  }));

/** The topology with all changes in it. */
function changed(given: Topology, { pools, changes }: Advice): Topology {
  const to = new Map(changes.map(({ path, to }: SizeChange) => [path, to]));
  const sized = withSizes(given, pools);
  return {
    ...sized,
    databases: sized.databases.map((each) => ({
      ...each,
      maxConnections: to.get(`databases.${each.name}.max_connections`) ?? each.maxConnections,
    })),
    poolers: sized.poolers.map((each) => ({
      ...each,
      poolSize: to.get(`poolers.${each.name}.default_pool_size`) ?? each.poolSize,
      maxClientConn: to.get(`poolers.${each.name}.max_client_conn`) ?? each.maxClientConn,
    })),
  };
}

describe('advised sizes', () => {
  test('come out clean when they are planned again', () => {
    fc.assert(
      fc.property(topologies, (given) => {
        const advice = adviseSizes(given);
        const idle = given.poolers.filter(({ nodes }) => nodes === 0).map(({ name }) => name);
        const left = [...broken(computeBudget(changed(given, advice)))].filter((name) => !idle.includes(name));
        expect(left).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('are no more than threads can use, and no less than lets one of them finish', () => {
    fc.assert(
      fc.property(topologies, (given) => {
        const { pools } = adviseSizes(given);
        const owners = given.services.flatMap((service) => service.pools.map((pool) => ({ service, pool })));
        expect(pools).toHaveLength(owners.length);
        pools.forEach(({ recommended, current, traffic }, index) => {
          const { service, pool } = owners[index] as (typeof owners)[number];
          if (recommended === 0) {
            expect([current, traffic?.targetWait ?? null]).toEqual([0, null]);
            return;
          }
          const threads = service.threads ?? Infinity;
          expect(recommended).toBeLessThanOrEqual(threads * pool.held);
          expect(recommended).toBeGreaterThanOrEqual((service.threads ?? 1) * (pool.held - 1) + 1);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('meet the target of their traffic and are the smallest that do, or say what is missing', () => {
    fc.assert(
      fc.property(topologies, (given) => {
        const { pools } = adviseSizes(given);
        const services = given.services.flatMap((service) => service.pools.map(() => service));
        pools.forEach(({ recommended, traffic, mode }, index) => {
          const service = services[index] as (typeof services)[number];
          if (traffic === null || traffic.targetWait === null || service.traffic === null) {
            expect(mode).toBe('fit');
            return;
          }
          const { targetWait, percentile, rate, short, wait, needs } = traffic;
          expect(rate * service.nodes * service.processes).toBeCloseTo(service.traffic.rate, 9);
          const waitWith = (servers: number) =>
            waitAt({ ...service.traffic, hold: traffic.hold, cv: service.traffic?.cv ?? 1, rate, servers }, percentile);
          expect(wait).toBe(waitWith(recommended));
          expect(wait <= targetWait).toBe(short === 0);
          expect(waitWith(needs as number)).toBeLessThanOrEqual(targetWait);
          if ((needs as number) > 1) expect(waitWith((needs as number) - 1)).toBeGreaterThan(targetWait);
          expect(mode === 'both').toBe(traffic.shortBy === 'budget');
        });
      }),
      { numRuns: 150 },
    );
  });
});
