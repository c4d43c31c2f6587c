import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { networksOf, type PoolerNetwork } from '../../src/budget/network/network.ts';
import { limitsOf, served, serverCapacity, serverIdle } from '../../src/budget/network/pooler.ts';
import { maximize } from '../../src/budget/search/simplex.ts';
import type { Pooler } from '../../src/topology/types.ts';
import { pool, pooler, service, topology } from './topologies.ts';

/** A pooler with one service for each pair. */
function networkWith(given: Partial<Pooler>, pairs: readonly [user: string, dbname: string][]): PoolerNetwork {
  const services = pairs.map(([user, dbname], index) =>
    service({ name: `service-${index}`, pools: [pool({ to: 'bouncer', user, dbname })] }),
  );
  return networksOf(topology({ services, poolers: [pooler(given)] }))[0]?.poolers[0] as PoolerNetwork;
}

/** Every way to give each process of a pooler server connections for each pair, within every limit: the most in sum. */
function mostByEnumeration(network: PoolerNetwork, processes: number, clients: readonly number[]): number {
  const { poolSize, reservePoolSize, maxDbConnections, maxUserConnections, maxClientConn } = network.pooler;
  const cells = Array.from({ length: processes * clients.length }, (_, cell) => cell);
  const counts = cells.map(() => 0);
  const sumOf = (holds: (process: number, pair: number) => boolean) =>
    cells.reduce((sum, cell) => {
      return holds(Math.floor(cell / clients.length), cell % clients.length) ? sum + (counts[cell] as number) : sum;
    }, 0);
  const allowed = () =>
    clients.every((count, pair) => sumOf((_, at) => at === pair) <= count) &&
    Array.from({ length: processes }).every(
      (_, process) =>
        network.pairs.every(({ user, dbname }) => {
          const of = (key: 'user' | 'dbname', value: string) =>
            sumOf((at, pair) => at === process && network.pairs[pair]?.[key] === value);
          return of('user', user) <= maxUserConnections && of('dbname', dbname) <= maxDbConnections;
        }) && sumOf((at) => at === process) <= maxClientConn,
    );
  let most = 0;
  const search = (cell: number) => {
    if (cell === cells.length) {
      if (allowed())
        most = Math.max(
          most,
          sumOf(() => true),
        );
      return;
    }
    for (let count = 0; count <= poolSize + reservePoolSize; count += 1) {
      counts[cell] = count;
      search(cell + 1);
    }
    counts[cell] = 0;
  };
  search(0);
  return most;
}

describe('server connections of a pooler', () => {
  const pairs: [string, string][] = [
    ['app', 'main'],
    ['job', 'main'],
    ['app', 'log'],
  ];

  test('equal the best of all ways to spread them over the processes', () => {
    const limits = fc.record({
      poolSize: fc.integer({ min: 0, max: 2 }),
      maxDbConnections: fc.integer({ min: 0, max: 4 }),
      maxUserConnections: fc.integer({ min: 0, max: 4 }),
      maxClientConn: fc.integer({ min: 0, max: 5 }),
    });
    const clients = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(limits, fc.integer({ min: 0, max: 2 }), clients, (given, processes, counts) => {
        const network = networkWith({ ...given, mode: 'session' }, pairs);
        expect(served(network, processes, counts).connections).toBe(mostByEnumeration(network, processes, counts));
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, Partial<Pooler>, number, number[], number]>([
    ['a full pool', { poolSize: 20 }, 3, [300, 0, 0], 60],
    ['fewer clients than the pool has', { poolSize: 20 }, 3, [8, 0, 0], 8],
    ['one pool for each pair in use', { poolSize: 20 }, 1, [300, 300, 0], 40],
    ['a reserve on top', { poolSize: 20, reservePoolSize: 5 }, 2, [300, 0, 0], 50],
    ['connections kept open beyond the clients', { poolSize: 20, minPoolSize: 10 }, 2, [3, 0, 0], 20],
    ['a limit of the database entry', { poolSize: 20, maxDbConnections: 25 }, 1, [300, 300, 300], 45],
    ['a limit of the user', { poolSize: 20, maxUserConnections: 25 }, 2, [300, 300, 300], 90],
    ['more pairs than declared', { poolSize: 20, pairs: 5 }, 1, [300, 0, 0], 60],
    ['more pairs than clients can fill', { poolSize: 20, pairs: 5 }, 1, [30, 0, 0], 30],
    ['fewer pairs than declared', { poolSize: 20, pairs: 1 }, 2, [300, 300, 300], 40],
    ['unbounded pools', { poolSize: Infinity }, 2, [300, Infinity, 0], Infinity],
    ['one connection a client', { counting: 'per_client', serverLimit: Infinity }, 2, [300, 20, 0], 320],
    ['a limit for the server', { counting: 'server_limit', serverLimit: 50 }, 2, [300, 20, 0], 100],
    [
      'children that keep a connection a pair',
      { counting: 'children', mode: 'session', maxClientConn: 32, serverLimit: 128 },
      1,
      [1, 0, 0],
      96,
    ],
    [
      'children that keep no more than their pools',
      { counting: 'children', mode: 'session', maxClientConn: 32, serverLimit: 64 },
      1,
      [1, 0, 0],
      64,
    ],
  ])('%s', (_, given, processes, clients, connections) => {
    expect(served(networkWith(given, pairs), processes, clients).connections).toBe(connections);
  });

  test('are the most that keeps all limits, where every pair has a pool', () => {
    const limits = fc.record({
      poolSize: fc.integer({ min: 0, max: 6 }),
      maxDbConnections: fc.integer({ min: 0, max: 12 }),
      maxUserConnections: fc.integer({ min: 0, max: 12 }),
    });
    const clients = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(limits, fc.integer({ min: 1, max: 2 }), clients, (given, processes, counts) => {
        const network = networkWith(given, pairs);
        const rows = limitsOf(network, processes).map(({ pairs: limited, connections }) => ({
          coefficients: Float64Array.from(counts, (_, pair) => Number(limited.includes(pair))),
          limit: connections,
        }));
        const { values } = maximize({ gains: counts.map(() => 1), most: counts, rows });
        const most = values.reduce((sum, value) => sum + value, 0);
        expect(served(network, processes, counts).connections).toBeCloseTo(most, 6);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each<Partial<Pooler>>([
    { pairs: 5, poolSize: 3 },
    { pairs: 2, poolSize: 3 },
    { counting: 'children', mode: 'session', maxClientConn: 8, serverLimit: 20 },
    { counting: 'per_client', mode: 'session', maxClientConn: 20 },
  ])('keep their limits with %j', (given) => {
    const network = networkWith(given, pairs);
    for (const { pairs: limited, connections } of limitsOf(network, 2)) {
      const clients = pairs.map((_, pair) => (limited.includes(pair) ? 1_000 : 0));
      expect(served(network, 2, clients).connections).toBeLessThanOrEqual(connections);
    }
  });

  test('database entries have their own pool size and limit', () => {
    const entry = { poolSize: 30, minPoolSize: null, reservePoolSize: null, maxDbConnections: 40 };
    const network = networkWith({ databases: [{ dbname: 'main', ...entry }] }, pairs);
    expect(served(network, 1, [300, 300, 300]).connections).toBe(40 + 20);
  });

  test('capacity is what it opens when clients never run out', () => {
    expect(serverCapacity(networkWith({ poolSize: 20 }, pairs), 2)).toBe(120);
    expect(serverCapacity(networkWith({ poolSize: 20, mode: 'session', maxClientConn: 50 }, pairs), 2)).toBe(100);
  });

  test('idle clients hold connections in session mode, min_pool_size does in transaction mode', () => {
    expect(serverIdle(networkWith({ mode: 'session' }, pairs), 2, [7, 0, 0])).toBe(7);
    expect(serverIdle(networkWith({ mode: 'transaction' }, pairs), 2, [7, 0, 0])).toBe(0);
    expect(serverIdle(networkWith({ mode: 'transaction', minPoolSize: 5 }, pairs), 2, [7, 0, 0])).toBe(10);
  });
});
