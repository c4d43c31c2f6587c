import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeBudget } from '../../src/budget/index.ts';
import { waitAt } from '../../src/queueing/wait.ts';
import { adviseSizes, withSizes } from '../../src/sizing/index.ts';
import type { Advice, SizeChange } from '../../src/sizing/types.ts';
import type { Pool, Service, Topology } from '../../src/topology/types.ts';
import { broken, choicesOf, fairerThan, keepingUp, resized } from '../sizing/exhaustion.ts';
import { smallTopologies } from '../sizing/small-topologies.ts';
import { bets, judgedByProbability, withTraffic } from '../sizing/with-traffic.ts';

const settings = { pool_size: 'default_pool_size', client_limit: 'max_client_conn' };

/** The same with poolers that have limits to set. */
const withSettings = (given: Topology): Topology => ({
  ...given,
  poolers: given.poolers.map((pooler) => ({ ...pooler, settings })),
});

const small = smallTopologies({ pools: 6, size: 20, unbounded: true });
const topologies = withTraffic(small).map(withSettings);
const likely = judgedByProbability(withTraffic(small)).map(withSettings);

/** What a pool is to have as long as everything fits. */
function wanted(service: Service, { size, overflow, held }: Pool, need: number | null): number {
  if (need === null && size + overflow === 0) return 0;
  const { threads, minPool, maxPool } = service;
  const usable = (threads ?? Infinity) * held;
  const most = Math.min(usable, maxPool ?? Infinity);
  const unlocked = (threads ?? 1) * (held - 1) + 1;
  const least = Math.min(usable, Math.max(minPool, unlocked, Math.min(most, keepingUp(service))));
  return Math.max(least, Math.min(most, need ?? size + overflow));
}

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
  test.each([
    ['', topologies],
    [', also where they are judged by probability', likely],
  ])('come out clean when they are planned again%s', (_, some) => {
    fc.assert(
      fc.property(some, (given) => {
        const advice = adviseSizes(given);
        const idle = given.poolers.filter(({ nodes }) => nodes === 0).map(({ name }) => name);
        const left = [...broken(changed(given, advice))].filter((name) => !idle.includes(name));
        expect(left).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['', topologies],
    [', also where they are judged by probability', bets(smallTopologies({ pools: 6, size: 20 }))],
  ])('raise max_connections no further than they have to%s', (_, some) => {
    fc.assert(
      fc.property(some, (given) => {
        const advice = adviseSizes(given);
        const after = changed(given, advice);
        advice.databases.forEach(({ database, current, recommended }, index) => {
          if (recommended === current) return;
          const oneLess = after.databases.with(index, {
            ...(after.databases[index] as Topology['databases'][number]),
            maxConnections: recommended - 1,
          });
          expect(broken({ ...after, databases: oneLess })).toContain(database);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('keep the limits of roles and logical databases, where any sizes do', () => {
    const limited = fc
      .tuple(topologies, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
      .map(([given, app, log]) => ({
        ...given,
        databases: given.databases.map((database) => ({
          ...database,
          roleLimits: [{ name: 'app', count: app }],
          databaseLimits: [{ name: 'log', count: log }],
        })),
      }));
    const over = (given: Topology) =>
      computeBudget(given).databases.flatMap(({ name, scenarios }) =>
        scenarios.flatMap(({ roles, logicalDatabases }) =>
          [...roles, ...logicalDatabases]
            .filter(({ connections, limit }) => connections > limit)
            .map((each) => `${each.name} of ${name}`),
        ),
      );
    fc.assert(
      fc.property(limited, (given) => {
        const after = changed(given, adviseSizes(given));
        const lost = over(resized(after, (pool, service) => wanted(service, pool, pool.size === 0 ? null : 0)));
        expect(over(after).filter((each) => !lost.includes(each))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['', topologies],
    [', also where they are judged by probability', likely],
  ])('stay as they are once they are written down%s', (_, some) => {
    fc.assert(
      fc.property(some, (given) => {
        expect(adviseSizes(changed(given, adviseSizes(given))).changes).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['', withTraffic(smallTopologies({ pools: 4, size: 10 }))],
    [', also where they are judged by probability', bets(smallTopologies({ pools: 4, size: 8 }))],
  ])('are the fairest of all that fit, what traffic needs first where it fits%s', (_, topologies) => {
    fc.assert(
      fc.property(topologies, (some) => {
        const services = some.services.map((service) => ({ ...service, minPool: Math.max(1, service.minPool) }));
        const given = { ...some, services };
        const advised = adviseSizes(given).pools;
        const pools = services.flatMap((service) => service.pools);
        const adviceFor = (pool: Pool) => advised[pools.indexOf(pool)] as Advice['pools'][number];
        const needOf = (pool: Pool) => adviceFor(pool).traffic?.needs ?? null;
        const wish = (pool: Pool, service: Service) => wanted(service, pool, needOf(pool));
        const least = (pool: Pool, service: Service) => Math.min(wish(pool, service), wanted(service, pool, 0));
        const answers = advised.map(({ recommended }) => recommended);
        const asks = (pool: Pool) => needOf(pool) !== null;
        const pressed = choicesOf(resized(given, (pool, service) => (asks(pool) ? wish : least)(pool, service)));
        const best = resized(given, wish);
        const sized = best.services.flatMap((service) => service.pools);
        const choices = choicesOf(best);
        for (const { name } of given.databases) {
          const met = pressed.every(({ database }) => database !== name);
          const isFixed = (pool: Pool) => met && asks(pool);
          const theirs = choices.filter(({ database }) => database === name);
          const here = theirs.filter(({ pool }) => !isFixed(pools[sized.indexOf(pool)] as Pool));
          const answer = here.map(({ pool }) => answers[sized.indexOf(pool)] as number);
          expect(fairerThan(best, here, answer)).toBeNull();
          for (const { pool } of theirs) {
            const index = sized.indexOf(pool);
            if (isFixed(pools[index] as Pool)) expect(answers[index]).toBe(pool.size);
          }
        }
        const chosen = new Set(choices.map(({ pool }) => pool));
        sized.forEach((pool, index) => {
          if (!chosen.has(pool)) expect(answers[index]).toBe(pool.size);
        });
      }),
      { numRuns: 400 },
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
      { numRuns: 400 },
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
          const busiest = Math.min(1, service.traffic.skew / service.nodes);
          expect(rate * service.processes).toBeCloseTo(service.traffic.rate * busiest, 9);
          const waitWith = (servers: number) =>
            waitAt({ ...service.traffic, hold: traffic.hold, cv: service.traffic?.cv ?? 1, rate, servers }, percentile);
          expect(wait).toBe(waitWith(recommended));
          expect(wait <= targetWait).toBe(short === 0);
          expect(waitWith(needs as number)).toBeLessThanOrEqual(targetWait);
          if ((needs as number) > 1) expect(waitWith((needs as number) - 1)).toBeGreaterThan(targetWait);
          expect(mode === 'both').toBe(traffic.shortBy === 'budget');
        });
      }),
      { numRuns: 400 },
    );
  });
});
