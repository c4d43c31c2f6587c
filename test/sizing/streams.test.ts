import { describe, expect, test } from '@jest/globals';
import { recommend } from '../../src/index.ts';
import { serversFor } from '../../src/queueing/servers-for.ts';
import { waitAt } from '../../src/queueing/wait.ts';
import { type Stream, shared } from '../../src/sizing/traffic/streams.ts';

const stream = (given: Partial<Stream> = {}): Stream => ({
  rate: 100,
  hold: 0.02,
  cv: 1,
  targetWait: 0.005,
  percentile: 99,
  ...given,
});

describe('connections that several streams share', () => {
  test('one stream is the queue of its own', () => {
    expect(shared([stream()]).servers).toBe(serversFor(stream(), 0.005, 99));
  });

  test('two alike ones are one of twice the rate, and two processes halve it', () => {
    const { servers, rate, load, waitWith } = shared([stream(), stream()]);
    expect([servers, rate, load]).toEqual([serversFor(stream({ rate: 200 }), 0.005, 99), 200, 4]);
    expect(waitWith(7)).toBe(waitAt({ ...stream({ rate: 200 }), servers: 7 }, 99));
    expect(shared([stream(), stream()], 2).servers).toBe(shared([stream()]).servers);
  });

  test('holds of 1 and 3 s, each always the same, are 2 s with a coefficient of variation of 1/2', () => {
    const mixed = [1, 3].map((hold) => stream({ rate: 1, hold, cv: 0 }));
    const { servers, waitWith } = shared(mixed);
    expect(waitWith(servers)).toBe(waitAt({ rate: 2, hold: 2, cv: 0.5, servers }, 99));
  });

  test('the strictest target decides', () => {
    const [loose, strict] = [
      stream({ targetWait: 1, percentile: 50 }),
      stream({ targetWait: 0.001, percentile: 99.9 }),
    ];
    const both = shared([loose, strict]);
    expect(both.servers).toBe(serversFor(stream({ rate: 200 }), 0.001, 99.9));
    expect([both.targetWait, both.percentile]).toEqual([0.001, 99.9]);
  });
});

describe('the pool size of a pooler', () => {
  const sizeOf = (pooler: string, services: string) => {
    const { advice } = recommend(`
      databases: { main: { max_connections: 400, version: 17 } }
      poolers: { bouncer: { to: main, default_pool_size: 60, max_client_conn: 1000, deploy: none, ${pooler} } }
      services: { ${services} }
    `);
    const size = advice.poolers.find(({ on }) => on.endsWith('.default_pool_size'));
    return [size?.recommended, size?.needs];
  };
  const traffic = 'traffic: { rate: 100/s, hold: 20ms, target_wait: 5ms }';
  const web = (name: string, more = traffic) =>
    `${name}: { nodes: 4, pool: 10, to: bouncer, dbname: app, user: app, deploy: none, ${more} }`;
  const [alone, together] = [shared([stream()]).servers, shared([stream(), stream()]).servers];

  test.each([
    ['what one service needs', 'mode: transaction', web('web'), [alone, alone]],
    ['what all of a pair need together', 'mode: transaction', `${web('web')}, ${web('api')}`, [together, together]],
    [
      'what the pair needs that needs most',
      'mode: transaction',
      `${web('web')}, ${web('api').replace('user: app', 'user: api')}`,
      [alone, alone],
    ],
    [
      'a part of it in each of two processes',
      'mode: transaction, nodes: 2',
      `${web('web')}, ${web('api')}`,
      [alone, alone],
    ],
    ['no less than it keeps open', 'mode: transaction, min_pool_size: 30', web('web'), [30, 30]],
    [
      "today's, where a service of the pair does not say its traffic",
      'mode: transaction',
      `${web('web')}, ${web('api', 'threads: 9')}`,
      [60, null],
    ],
    ["today's, where other pairs use it", 'mode: transaction, pairs: 2', web('web'), [60, null]],
    ["today's in session mode", 'mode: session', web('web'), [60, null]],
  ] as const)('is %s', (_, pooler, services, sizes) => {
    expect(sizeOf(pooler, services)).toEqual(sizes);
  });
});
