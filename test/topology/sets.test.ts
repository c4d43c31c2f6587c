import { describe, expect, test } from '@jest/globals';
import { parseTopology } from '../../src/topology/index.ts';

const text = `\
x-slow: &slow { platform: kubernetes, max_surge: 1, max_unavailable: 0 }
database: { max_connections: 100, version: 17 }
services:
  web: { nodes: 4, pool: 20, deploy: *slow }
  web.api: { nodes: 2, pool: 5, deploy: *slow }
  job: { nodes: 1, pool: 2, deploy: rolling }
policy:
  accept: [{ rule: pool-unbounded, on: services.web, reason: known }]
`;

const parse = (...sets: string[]) => parseTopology(text, 'file.yml', sets);

describe('--set', () => {
  test('gives keys new values, and new keys values', () => {
    const { services, policy } = parse('services.web.nodes=40', 'services.web.max_nodes=60', 'policy.headroom=5%');
    expect(services[0]).toMatchObject({ nodes: 40, maxNodes: 60 });
    expect(policy.headroom).toEqual({ numerator: 1, denominator: 20 });
  });

  test('the later one wins, and goes into what an earlier one gave', () => {
    const { services } = parse('services.web.pool={ size: 3 }', 'services.web.pool.overflow=4', 'services.web.nodes=1');
    expect(services[0]?.pools[0]).toMatchObject({ size: 3, overflow: 4 });
  });

  test('names may contain dots: the longest one that fits is meant', () => {
    const { services } = parse('services.web.api.nodes=9', 'services.web.nodes=8');
    expect(services.map(({ name, nodes }) => [name, nodes])).toEqual([
      ['web', 8],
      ['web.api', 9],
      ['job', 1],
    ]);
  });

  test('goes inside the short forms', () => {
    const { services } = parse('services.web.pool.min=3', 'services.job.deploy.drain=30s');
    expect(services[0]?.pools[0]).toMatchObject({ size: 20, min: 3 });
    expect(services[2]?.deploy).toMatchObject({ strategy: 'rolling', drain: 30 });
  });

  test.each(['services.web.pool=7', 'services.web.pools.default=7', 'services.web.pools.default.size=7'])(
    'knows a pool by each of its names: %s',
    (set) => {
      expect(parse(set).services[0]?.pools[0]?.size).toBe(7);
    },
  );

  test.each(['database.max_connections=7', 'databases.database.max_connections=7'])(
    'knows the short form of the only database: %s',
    (set) => {
      expect(parse(set).databases[0]?.maxConnections).toBe(7);
    },
  );

  test('changes what an alias stands for at one place only', () => {
    const { services } = parse('services.web.deploy.max_surge=3');
    expect(services.slice(0, 2).map(({ deploy }) => deploy.overlap)).toMatchObject([
      { surge: { atLeast: 3 } },
      { surge: { atLeast: 1 } },
    ]);
  });

  test('may bring a whole service, and reach into a list', () => {
    const { services, policy } = parse(
      'services.new={ nodes: 3, pool: 1, deploy: none }',
      'policy.accept[0].until=2027-01-31',
    );
    expect(services[3]).toMatchObject({ name: 'new', nodes: 3 });
    expect(policy.accept).toMatchObject([{ rule: 'pool-unbounded', until: '2027-01-31' }]);
  });

  test('is where its value came from', () => {
    const { origin } = parse('services.web.pool={ size: 3, min: 1 }');
    const path = '--set services.web.pool={ size: 3, min: 1 }';
    expect(origin('services.web.pool.min')).toEqual({ kind: 'given', location: { path, line: 1, column: 35 } });
    expect(origin('services.web.nodes')).toMatchObject({ location: { path: 'file.yml', line: 4 } });
  });
});

describe('origin', () => {
  const { origin } = parse();
  test.each([
    ['databases.database.max_connections', 'given', 2, 30],
    ['database.version', 'given', 2, 44],
    ['databases.database', 'given', 2, 1],
    ['services.web', 'given', 4, 3],
    ['services.web.nodes', 'given', 4, 17],
    ['services.web.pools.default', 'given', 4, 26],
    ['services.web.pools.default.size', 'given', 4, 26],
    ['services.web.deploy', 'given', 4, 38],
    ['services.web.deploy.max_surge', 'given', 1, 50],
    ['services.web.api.nodes', 'given', 5, 21],
    ['services.job.deploy.strategy', 'given', 6, 37],
    ['services.job.deploy.max_surge', 'default', 6, 37],
    ['services.web.processes', 'default', 4, 3],
    ['policy.accept[0].reason', 'given', 8, 62],
    ['policy.headroom', 'default', 7, 1],
    ['nothing.like.it', 'default', 1, 1],
  ])('%s is %s at %i:%i', (path, kind, line, column) => {
    expect(origin(path)).toMatchObject({ kind, location: { path: 'file.yml', line, column } });
  });
});
