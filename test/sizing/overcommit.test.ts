import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeBudget, parseTopology } from '../../src/index.ts';
import { overcommitOf } from '../../src/sizing/in-use/overcommit.ts';
import { spread } from '../../src/sizing/in-use/service.ts';
import { expectClose } from '../queueing/close.ts';
import { exactInUse, exactSum, exactTail } from '../queueing/exact-sums.ts';

/** Probabilities by scenario of the first database that has any; none without. */
function chancesOf(file: unknown): Record<string, number> {
  const topology = parseTopology(JSON.stringify(file), 'topology.yml');
  const [first] = overcommitOf(topology, computeBudget(topology));
  return Object.fromEntries(first?.probabilities ?? []);
}

const database = { max_connections: 23, version: 18, superuser_reserved_connections: 3 };

/** A load of so many eighths for each of so many processes: 1 ms each. */
const traffic = (eighths: number, processes: number, more: object = {}) => ({
  rate: `${125 * eighths * processes}/s`,
  hold: '1ms',
  ...more,
});

const processes = (count: number, servers: number, eighths: number) =>
  new Array(count).fill(exactInUse(servers, eighths));

const web = { nodes: 4, pool: 8, deploy: 'none', traffic: traffic(20, 4) };

describe('the probability that more is in use than is usable', () => {
  test('is that of the sum of all processes', () => {
    const chances = chancesOf({ database, services: { web } });
    expectClose([chances.steady as number], [exactTail(exactSum(processes(4, 8, 20)), 20)]);
  });

  test('counts what has no traffic with the most it opens', () => {
    const expected = exactTail(exactSum(processes(4, 8, 20)), 20 - 3 - 2 - 4);
    const chances = chancesOf({
      database: { ...database, other_clients: { psql: 3 } },
      services: {
        web: { ...web, extra: [{ name: 'listener', per: 'service', count: 2 }] },
        cron: { nodes: 2, pool: 2, deploy: 'none' },
      },
    });
    expectClose([chances.steady as number], [expected]);
  });

  test('spreads the same traffic over all nodes of a deploy', () => {
    const chances = chancesOf({
      database,
      services: { web: { ...web, processes: 2, pool: 4, traffic: traffic(10, 8), deploy: { surge_factor: 1.25 } } },
    });
    expectClose(
      [chances.steady as number, chances.deploy as number],
      [exactTail(exactSum(processes(8, 4, 10)), 20), exactTail(exactSum(processes(10, 4, 8)), 20)],
    );
  });

  test('gives the busiest node its share, and fills it where that is too much', () => {
    const skewed = (skew: string) =>
      chancesOf({ database, services: { web: { ...web, traffic: traffic(20, 4, { skew }) } } }).steady as number;
    expectClose([skewed('2.5')], [exactTail(exactSum([exactInUse(8, 50), ...processes(3, 8, 10)]), 20)]);
    expectClose([skewed('1')], [exactTail(exactSum(processes(4, 8, 20)), 20)]);
    // 80 eighths, all there are, on one node with 8 connections.
    expect(skewed('4')).toBe(0);
    expect(skewed('1000')).toBe(0);
  });

  test('of nodes that cannot keep up is certain, also on those that a deploy adds', () => {
    const chances = chancesOf({
      database,
      services: { web: { ...web, traffic: traffic(64, 4), deploy: { surge_factor: 2 } } },
    });
    expect(chances).toEqual({ steady: 1, deploy: 1 });
  });

  test('knows that a pool keeps connections open', () => {
    const kept = chancesOf({ database, services: { web: { ...web, pool: { size: 8, min: 6 } } } });
    expect(kept.steady).toBeCloseTo(1, 12);
  });

  test('is not worked out without traffic, or where the worst case fits', () => {
    expect(chancesOf({ database, services: { web: { ...web, traffic: undefined } } })).toEqual({});
    expect(chancesOf({ database, services: { web: { ...web, pool: 5 } } })).toEqual({});
  });

  test.each([
    ['several pools there', { pools: { reads: 4, writes: 4 } }],
    ['a pool of which a thread holds several', { held: 2 }],
  ])('leaves out %s: they count with the most they open', (_, pools) => {
    const { pool: _pool, ...rest } = web;
    const service = { ...rest, ...('held' in pools ? { pool: 8 } : {}), ...pools };
    expect(chancesOf({ database, services: { web: service } })).toEqual({});
    expect(chancesOf({ database, services: { web: service }, policy: { overcommit_probability: '1e-6' } })).toEqual({
      steady: 1,
      deploy: 1,
    });
  });

  test('takes pools that lead to different databases one by one', () => {
    const file = {
      databases: { main: database, copy: database },
      services: {
        web: { ...web, pool: undefined, pools: { main: { size: 8, to: 'main' }, copy: { size: 8, to: 'copy' } } },
      },
    };
    expectClose([chancesOf(file).steady as number], [exactTail(exactSum(processes(4, 8, 20)), 20)]);
  });
});

describe('behind a pooler', () => {
  const behind = (pooler: object, service: object = {}) => ({
    database,
    poolers: { bouncer: { mode: 'transaction', max_client_conn: 1000, deploy: 'none', ...pooler } },
    services: { web: { ...web, to: 'bouncer', ...service } },
  });

  test('more than its clients have in use is never in use, nor more than its pool', () => {
    const sum = exactSum(processes(4, 8, 20));
    expectClose([chancesOf(behind({ default_pool_size: 40 })).steady as number], [exactTail(sum, 20)]);
    const beside = { cron: { nodes: 1, pool: 10, deploy: 'none', to: 'database' } };
    const file = behind({ default_pool_size: 15 });
    const capped = { ...file, services: { ...file.services, ...beside } };
    expectClose([chancesOf(capped).steady as number], [exactTail(sum, 10)]);
  });

  test('each pair has a pool of its own', () => {
    const file = behind({ default_pool_size: 11 });
    const half = { ...web, to: 'bouncer', nodes: 2, traffic: traffic(20, 2) };
    const chances = chancesOf({ ...file, services: { web: half, api: half } });
    const pair = exactSum(processes(2, 8, 20));
    const capped = pair.weights
      .slice(0, 12)
      .map((weight, number) => (number < 11 ? weight : pair.weights.slice(11).reduce((sum, each) => sum + each, 0n)));
    const both = exactSum([0, 1].map(() => ({ weights: capped, total: pair.total })));
    expectClose([chances.steady as number], [exactTail(both, 20)]);
  });

  test('idle clients hold no server connection, but in session mode', () => {
    const kept = { pool: { size: 8, min: 6 } };
    expectClose(
      [chancesOf(behind({ default_pool_size: 40 }, kept)).steady as number],
      [exactTail(exactSum(processes(4, 8, 20)), 20)],
    );
    expect(chancesOf(behind({ default_pool_size: 40, mode: 'session' }, kept)).steady).toBeCloseTo(1, 12);
  });

  test('it keeps its smallest pool open', () => {
    expect(chancesOf(behind({ default_pool_size: 40, min_pool_size: 21 })).steady).toBe(1);
  });
});

describe('whatever the numbers', () => {
  const services = fc.record({
    nodes: fc.integer({ min: 1, max: 6 }),
    pool: fc.integer({ min: 1, max: 12 }),
    eighths: fc.integer({ min: 1, max: 60 }),
    skew: fc.constantFrom('1', '1.5', '3'),
    usable: fc.integer({ min: 1, max: 40 }),
  });
  type Sketch = typeof services extends fc.Arbitrary<infer T> ? T : never;
  const fileOf = ({ nodes, pool, eighths, skew, usable }: Sketch) => ({
    database: { ...database, max_connections: usable + 3 },
    services: { web: { nodes, pool, deploy: 'none', traffic: traffic(eighths, nodes, { skew }) } },
  });
  /** A scenario that is missing fits for certain. */
  const chance = (file: unknown) => chancesOf(file).steady ?? 0;
  const notMore = (less: number, more: number) => expect(less).toBeLessThanOrEqual(more * (1 + 1e-11));

  test('more rate never makes it less probable', () => {
    fc.assert(
      fc.property(services, (sketch) => {
        notMore(chance(fileOf(sketch)), chance(fileOf({ ...sketch, eighths: sketch.eighths + 1 })));
      }),
    );
  });

  test('more usable connections never make it more probable', () => {
    fc.assert(
      fc.property(services, (sketch) => {
        notMore(chance(fileOf({ ...sketch, usable: sketch.usable + 1 })), chance(fileOf(sketch)));
      }),
    );
  });

  test('a pooler in transaction mode never makes it more probable', () => {
    fc.assert(
      fc.property(services, fc.integer({ min: 1, max: 50 }), (sketch, size) => {
        const file = fileOf(sketch);
        const poolers = {
          bouncer: { mode: 'transaction', default_pool_size: size, max_client_conn: 1000, deploy: 'none' },
        };
        const pooled = { ...file, poolers, services: { web: { ...file.services.web, to: 'bouncer' } } };
        notMore(chance(pooled), chance(file));
      }),
    );
  });

  test('however skewed, the traffic stays the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 1, max: 1000, noNaN: true }), (nodes, skew) => {
        const [busiest, other] = spread({ rate: 100, hold: 0.25, skew }, nodes);
        expect(busiest + (nodes - 1) * other).toBeCloseTo(25, 9);
        expect(other).toBeGreaterThanOrEqual(0);
        expect(busiest).toBeGreaterThanOrEqual(other - 1e-12);
      }),
    );
  });
});
