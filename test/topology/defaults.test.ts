import { describe, expect, test } from '@jest/globals';
import { dump } from 'js-yaml';
import { parseTopology } from '../../src/topology/index.ts';

const web = { nodes: 4, pool: 20, deploy: 'none' };

function parse(file: unknown) {
  return parseTopology(dump(file), 'file.yml');
}

function assumed(file: unknown): string[] {
  return parse(file).assumptions.map(({ on, value }) => `${on} = ${value}`);
}

/** The only pool of a service of these keys, of a database of version 17. */
function poolOf(keys: object) {
  const file = {
    database: { version: 17, max_connections: 100 },
    services: { web: { ...web, pool: undefined, ...keys } },
  };
  const { services, assumptions } = parse(JSON.parse(JSON.stringify(file)));
  const { size, overflow, min } = services[0]?.pools[0] ?? {};
  return { size, overflow, min, assumed: assumptions.map(({ on, value }) => `${on} = ${value}`) };
}

describe('what nobody gives', () => {
  test('a file that gives everything assumes nothing', () => {
    expect(assumed({ database: { version: 17, max_connections: 100 }, services: { web } })).toEqual([]);
  });

  test('the smallest file: version, limit and deploy are assumed', () => {
    const file = { database: {}, services: { web: { nodes: 1, pool: 1 } } };
    expect(assumed(file)).toEqual([
      'databases.database.version = 18',
      'databases.database.max_connections = 100',
      expect.stringMatching(/^services\.web\.deploy = /),
    ]);
  });

  test('a job that exists only while deploying does not overlap itself, and that is no assumption', () => {
    const file = {
      database: { version: 17, max_connections: 100 },
      services: { web, migrate: { nodes: 1, pool: 1, when: 'deploy' } },
    };
    expect(parse(file).services[1]?.deploy.overlap).toEqual({ kind: 'in_place' });
    expect(assumed(file)).toEqual([]);
  });

  test.each([
    ['a number is all that a process opens', { pool: 7 }, { size: 7, overflow: 0, min: 0, assumed: [] }],
    [
      'even with a client that overflows',
      { pool: 7, client: 'sqlalchemy' },
      { size: 7, overflow: 0, min: 0, assumed: [] },
    ],
    [
      'a size alone leaves the overflow to the client',
      { pool: { size: 7 }, client: 'sqlalchemy' },
      { size: 7, overflow: 10, min: 0, assumed: ['services.web.pool.overflow = 10'] },
    ],
    [
      'a client gives the whole pool',
      { client: 'sqlalchemy' },
      { size: 5, overflow: 10, min: 0, assumed: ['services.web.pool = 5 + 10 overflow'] },
    ],
    [
      'an eager client keeps its pool full',
      { client: 'hikaricp' },
      { size: 10, overflow: 0, min: 10, assumed: ['services.web.pool = 10'] },
    ],
    ['also at a given size', { pool: 30, client: 'hikaricp' }, { size: 30, overflow: 0, min: 30, assumed: [] }],
    [
      'unless told otherwise',
      { pool: { size: 30, min: 2 }, client: 'hikaricp' },
      { size: 30, overflow: 0, min: 2, assumed: [] },
    ],
    [
      'a client without a limit',
      { client: 'go-database-sql' },
      { size: Number.POSITIVE_INFINITY, overflow: 0, min: 0, assumed: ['services.web.pool = unlimited'] },
    ],
    [
      'a client with a connection a thread',
      { client: 'django', threads: 8 },
      { size: 8, overflow: 0, min: 0, assumed: ['services.web.pool = 8'] },
    ],
  ])('%s', (_, keys, expected) => {
    expect(poolOf(keys)).toEqual(expected);
  });

  test('connections that a client opens outside its pool are assumed to be none, not added', () => {
    const file = {
      database: { version: 17, max_connections: 100 },
      services: { worker: { nodes: 1, client: 'good-job', pool: 5, deploy: 'none' } },
    };
    expect(parse(file).services[0]?.extras).toEqual([]);
    expect(assumed(file)).toEqual(['services.worker.extra = none']);
    expect(assumed({ ...file, services: { worker: { ...file.services.worker, extra: [] } } })).toEqual([]);
  });

  test('pools and extras take target, user and features from their service', () => {
    const { services } = parse({
      databases: { main: { version: 17 }, standby: { version: 17 } },
      services: {
        web: {
          ...web,
          pool: undefined,
          to: 'main',
          user: 'app',
          uses: ['listen'],
          pools: { a: 1, b: { size: 2, to: 'standby', user: 'reader', uses: [] } },
          extra: [
            { name: 'lock', uses: ['advisory_locks'] },
            { name: 'other', to: 'standby', dbname: 'log' },
          ],
        },
      },
    } as object);
    expect(services[0]?.pools).toMatchObject([
      { name: 'a', to: 'main', user: 'app', dbname: 'main', uses: ['listen'] },
      { name: 'b', to: 'standby', user: 'reader', dbname: 'standby', uses: [] },
    ]);
    expect(services[0]?.extras).toMatchObject([
      { name: 'lock', count: 1, per: 'process', to: 'main', user: 'app', dbname: 'main', uses: ['advisory_locks'] },
      { name: 'other', to: 'standby', user: 'app', dbname: 'log', uses: [] },
    ]);
  });
});

describe('plans and engines', () => {
  const database = (keys: object) => parse({ database: keys, services: { web } });

  test('a plan gives the limit, and what the file gives wins', () => {
    const plan = 'aws-rds-postgres/db.r6g.large';
    const given = database({ plan, version: 17 });
    const own = database({ plan, version: 17, max_connections: 50, memory: '1GiB' });
    expect(given.databases[0]?.maxConnections).toBeGreaterThan(1000);
    expect(given.origin('databases.database.max_connections')).toMatchObject({
      kind: 'catalog',
      reason: `plan ${plan}`,
    });
    expect(own.databases[0]).toMatchObject({ maxConnections: 50, memoryBytes: 2 ** 30, estimated: false });
    expect(own.origin('databases.database.max_connections').kind).toBe('given');
  });

  test('an estimate stays one, and is assumed', () => {
    const { databases, assumptions } = database({ plan: 'aws-rds-postgres/db.m5.large', version: 17 });
    expect(databases[0]?.estimated).toBe(assumptions.some(({ on }) => on === 'databases.database.max_connections'));
  });

  test.each([
    [{ version: 17 }, { superuserReserved: 3, reserved: 0 }],
    [
      { version: 16, reserved_connections: 5 },
      { superuserReserved: 3, reserved: 5 },
    ],
    [{ version: '9.6' }, { version: 9, superuserReserved: 3, reserved: 0 }],
    [{ engine: 'mysql' }, { maxConnections: 151, superuserReserved: 0, version: null }],
    [{ engine: 'cockroachdb' }, { maxConnections: Number.POSITIVE_INFINITY }],
    [
      { memory: '16GiB', shared_buffers: '25%' },
      { memoryBytes: 2 ** 34, sharedBuffersBytes: 2 ** 32 },
    ],
    [{ memory: '10MB', shared_buffers: '33.3%' }, { sharedBuffersBytes: 3_330_000 }],
  ])('%j', (keys, expected) => {
    expect(database(keys).databases[0]).toMatchObject(expected);
  });
});

describe('poolers', () => {
  const none = Number.POSITIVE_INFINITY;
  const pooler = (keys: object) => {
    const { poolers, assumptions } = parse({
      database: { version: 17, max_connections: 200 },
      poolers: { bouncer: { deploy: 'none', ...keys } },
      services: { web: { ...web, to: 'bouncer', user: 'web' } },
    });
    return { ...poolers[0], assumed: assumptions.map(({ on, value }) => `${on.slice(16)} = ${value}`) };
  };

  test('PgBouncer has its own defaults, and those that decide are assumed', () => {
    expect(pooler({})).toMatchObject({
      ...{ mode: 'session', poolSize: 20, minPoolSize: 0, reservePoolSize: 0, maxClientConn: 100 },
      ...{ maxDbConnections: none, maxUserConnections: none, serverLimit: none },
      assumed: ['mode = session', 'default_pool_size = 20', 'max_client_conn = 100'],
    });
  });

  test('0 is no limit where it is so in the pooler', () => {
    expect(pooler({ max_db_connections: 0, min_pool_size: 0 })).toMatchObject({
      maxDbConnections: none,
      minPoolSize: 0,
    });
  });

  test('a database entry overrides the sizes', () => {
    const { databases } = pooler({ databases: { app: { pool_size: 30, max_db_connections: 0 }, log: {} } });
    expect(databases).toMatchObject([
      { dbname: 'app', poolSize: 30, minPoolSize: null, maxDbConnections: none },
      { dbname: 'log', poolSize: null, maxDbConnections: null },
    ]);
  });

  test('children count as clients, and each keeps some connections', () => {
    const keys = { kind: 'pgpool', num_init_children: 10, max_pool: 3 };
    expect(pooler(keys)).toMatchObject({ counting: 'children', poolSize: 30, serverLimit: 30, maxClientConn: 10 });
  });

  test('a share of the database is a number of its connections', () => {
    const keys = { kind: 'rds-proxy', max_connections_percent: 33 };
    expect(pooler(keys)).toMatchObject({ counting: 'percent_of_database', per: 'cluster', serverLimit: 66 });
  });

  test("the service's name stands in for a user that nobody gives, where users have pools of their own", () => {
    const file = (kind: string) => ({
      database: { version: 17, max_connections: 200 },
      poolers: { bouncer: { kind, deploy: 'none', mode: 'transaction' } },
      services: { web: { ...web, to: 'bouncer' } },
    });
    expect(assumed(file('pgbouncer'))).toContain('services.web.user = web');
    expect(assumed(file('rds-proxy'))).not.toContain('services.web.user = web');
  });
});
