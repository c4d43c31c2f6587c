import { describe, expect, test } from '@jest/globals';
import { computeBudget } from '../../src/budget/index.ts';
import { parseTopology } from '../../src/topology/index.ts';

const budgetOf = (yaml: string) => computeBudget(parseTopology(yaml, 'topology.yml'));

/** Connections of the first database by scenario. */
const connections = (yaml: string) =>
  Object.fromEntries(budgetOf(yaml).databases[0]?.scenarios.map((one) => [one.name, one.connections]) ?? []);

describe('scenarios', () => {
  test('start with steady and deploy', () => {
    expect(
      connections('{ database: {}, services: { web: { nodes: 4, pool: 20, deploy: { surge_factor: 1.5 } } } }'),
    ).toEqual({
      steady: 80,
      deploy: 120,
    });
  });

  test('show slow draining where timing is not declared and it makes a difference', () => {
    const web = (deploy: string) =>
      `{ database: {}, services: { web: { nodes: 8, pool: 5, deploy: { platform: kubernetes${deploy} } } } }`;
    expect(connections(web(''))).toEqual({ steady: 40, deploy: 50, 'deploy-draining': 80 });
    expect(connections(web(', drain: 0s'))).toEqual({ steady: 40, deploy: 50 });
    expect(connections(web(', drain: 5s, ready_after: 10s'))).toEqual({ steady: 40, deploy: 70 });
    expect(connections(web(', drain: 60s, ready_after: 10s'))).toEqual({ steady: 40, deploy: 80 });
  });

  test('add the autoscaler and the circumstances of the user, with deploys of their own', () => {
    const yaml = `
      database: {}
      scenarios: { black-friday: { nodes: { web: 10 } } }
      services:
        web: { nodes: 2, max_nodes: 6, pool: 5, deploy: blue_green }
        worker: { nodes: 1, pool: 3, deploy: none }`;
    expect(connections(yaml)).toMatchObject({
      steady: 13,
      deploy: 23,
      peak: 33,
      'peak-deploy': 63,
      'black-friday': 53,
      'black-friday-deploy': 103,
    });
  });

  test('count a job that exists only while deploying, once', () => {
    const yaml = `
      database: {}
      services:
        web: { nodes: 2, pool: 5, deploy: none }
        migrate: { nodes: 1, pool: 4, when: deploy }`;
    expect(connections(yaml)).toEqual({ steady: 10, deploy: 14 });
  });

  test('count the largest of services that never run together', () => {
    const yaml = `
      database: {}
      services:
        day: { nodes: 2, pool: 5, exclusive: shift, deploy: none }
        night: { nodes: 3, pool: 4, exclusive: shift, deploy: none }
        web: { nodes: 1, pool: 1, deploy: none }`;
    expect(connections(yaml)).toEqual({ steady: 13, deploy: 13 });
  });

  test('let only so many deploy together, the worst of them', () => {
    const yaml = (together: string) => `
      database: {}
      policy: { concurrent_deploys: ${together} }
      services:
        a: { nodes: 1, pool: 10, deploy: blue_green }
        b: { nodes: 1, pool: 7, deploy: blue_green }
        c: { nodes: 1, pool: 5, deploy: blue_green }`;
    expect(connections(yaml('1'))).toEqual({ steady: 22, deploy: 32 });
    expect(connections(yaml('2'))).toEqual({ steady: 22, deploy: 39 });
    expect(connections(yaml('all'))).toEqual({ steady: 22, deploy: 44 });
  });
});

describe('a database', () => {
  const yaml = `
    databases: { main: { max_connections: 100, reserved_connections: 2, provider_reserved: 5, other_clients: { psql: 2 }, role_limits: { app: 30 }, database_limits: { log: 5 }, memory: 1GiB, shared_buffers: 256MiB } }
    poolers: { bouncer: { default_pool_size: 10, mode: transaction, deploy: none } }
    services:
      web: { nodes: 4, pool: 10, to: bouncer, user: app, dbname: main, deploy: none }
      admin: { nodes: 1, processes: 2, pool: { size: 3, min: 1 }, to: main, user: app, dbname: log, deploy: blue_green, extra: [{ name: leader, count: 1, per: service }, { name: listener, count: 1, per: node }] }`;
  const [database] = budgetOf(yaml).databases;
  const [steady, deploy] = database?.scenarios ?? [];

  test('gives what is left after every reserve', () => expect(database?.usable).toBe(100 - 3 - 2 - 5));

  test('adds up what comes straight, through poolers and from others', () => {
    expect(steady?.breakdown).toEqual([
      { source: 'admin', via: null, nodes: 1, addedNodes: 0, perNode: 7, connections: 7 },
      { source: 'admin.extra', via: null, nodes: null, addedNodes: 0, perNode: null, connections: 1 },
      { source: 'web', via: 'bouncer', nodes: 4, addedNodes: 0, perNode: 10, connections: 10 },
      { source: 'other_clients.psql', via: null, nodes: null, addedNodes: 0, perNode: null, connections: 2 },
    ]);
    expect(deploy?.breakdown[0]).toMatchObject({ nodes: 2, addedNodes: 1, connections: 14 });
  });

  test('keeps minimums and extras open when idle', () => {
    expect([steady?.floor, deploy?.floor]).toEqual([2 + 1 + 1, 2 * (2 + 1) + 1]);
  });

  test('is asked through poolers by the same role', () => {
    expect(deploy?.roles).toEqual([{ name: 'app', limit: 30, connections: 10 + 14 + 1 }]);
    expect(deploy?.logicalDatabases).toEqual([{ name: 'log', limit: 5, connections: 15 }]);
  });

  test('needs memory for backends and shared buffers', () => {
    expect(steady?.memoryBytes).toBe(20 * 5_000_000 + 256 * 2 ** 20);
  });

  test('fits up to what the policy overcommits', () => {
    const over = (overcommit: number) =>
      budgetOf(
        `{ database: {}, policy: { overcommit: ${overcommit} }, services: { web: { nodes: 5, pool: 25, deploy: none } } }`,
      ).databases[0]?.scenarios[0];
    expect(over(1)).toMatchObject({ connections: 125, headroom: -28, fits: false });
    expect(over(1.3)).toMatchObject({ connections: 125, headroom: -28, fits: true });
  });

  test('never fits a pool without a bound', () => {
    const [main] = budgetOf(
      '{ database: {}, services: { web: { nodes: 1, pool: unlimited, deploy: none } } }',
    ).databases;
    expect(main?.scenarios[0]).toMatchObject({ connections: Number.POSITIVE_INFINITY, fits: false });
  });
});

describe('a pooler', () => {
  test('is deployed too, and meets clients with the processes it has anyway', () => {
    const [bouncer] = budgetOf(`
      database: {}
      poolers: { bouncer: { nodes: 2, default_pool_size: 10, mode: transaction, deploy: blue_green } }
      services: { web: { nodes: 10, pool: 15, to: bouncer, deploy: blue_green } }`).poolers;
    expect(bouncer?.serverCapacity).toBe(20);
    expect(bouncer?.scenarios).toMatchObject([
      { name: 'steady', clients: 150, clientLimit: 200, serverConnections: 20, serverCapacity: 20, fits: true },
      { name: 'deploy', clients: 300, clientLimit: 200, serverConnections: 40, serverCapacity: 40, fits: false },
    ]);
  });

  test('counts clients by the worst set, however small its pools are', () => {
    const [bouncer] = budgetOf(`
      database: {}
      poolers: { bouncer: { default_pool_size: 3, mode: transaction, deploy: none } }
      services:
        web: { nodes: 6, pool: 2, to: bouncer, deploy: blue_green }
        job: { nodes: 2, pool: 1, to: bouncer, deploy: blue_green }
      policy: { concurrent_deploys: 1 }`).poolers;
    expect(bouncer?.scenarios.map(({ clients }) => clients)).toEqual([14, 26]);
  });
});

describe('a service', () => {
  const service = (yaml: string) => budgetOf(yaml).services[0];

  test('opens processes x pools plus extras a node', () => {
    const yaml = `
      database: {}
      services: { web: { nodes: 1, processes: 3, deploy: none, pools: { a: { size: 2, overflow: 1 }, b: { size: 4 } }, extra: [{ name: listen, count: 1, per: process }] } }`;
    expect(service(yaml)).toMatchObject({ perNode: 3 * (3 + 4 + 1), moreNodes: 3, effectivePerNode: 24 });
  });

  test('has too many nodes where one scenario breaks', () => {
    const yaml = '{ database: {}, services: { web: { nodes: 4, pool: 20, deploy: { surge_factor: 1.5 } } } }';
    expect(service(yaml)).toMatchObject({ perNode: 20, moreNodes: -2 });
  });

  test('counts on its part of an overfull database', () => {
    const yaml = '{ database: {}, policy: { overcommit: 2 }, services: { web: { nodes: 5, pool: 30, deploy: none } } }';
    expect(service(yaml)).toMatchObject({ perNode: 30, effectivePerNode: Math.floor(97 / 5) });
  });

  test('counts on its part of a full pooler', () => {
    const yaml = `
      database: {}
      poolers: { bouncer: { default_pool_size: 20, mode: transaction, deploy: none } }
      services: { web: { nodes: 8, pool: 10, to: bouncer, deploy: none } }`;
    expect(service(yaml)).toMatchObject({ perNode: 10, effectivePerNode: 2 });
  });
});
