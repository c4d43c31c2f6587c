import fc from 'fast-check';

/** Topology files, as JSON, in which much may be wrong: two databases, a pooler, and services with all that rules look at. */
export const topologyFiles: fc.Arbitrary<string> = fc
  .record({
    limits: fc.tuple(fc.integer({ min: 10, max: 300 }), fc.integer({ min: 10, max: 300 })),
    database: fc.record(
      {
        cores: fc.integer({ min: 1, max: 8 }),
        memory: fc.constantFrom('512MiB', '2GiB'),
        reserved_connections: fc.integer({ min: 0, max: 5 }),
        other_clients: fc.constant({ psql: 2 }),
        role_limits: fc.constant({ app: 30 }),
      },
      { requiredKeys: [] },
    ),
    pooler: fc.record(
      {
        mode: fc.constantFrom('session', 'transaction'),
        nodes: fc.integer({ min: 1, max: 3 }),
        default_pool_size: fc.integer({ min: 1, max: 40 }),
        max_client_conn: fc.integer({ min: 10, max: 200 }),
        max_prepared_statements: fc.constantFrom(0, 200),
        deploy: deploys(),
      },
      { requiredKeys: ['mode'] },
    ),
    services: fc.array(services(), { minLength: 1, maxLength: 4 }),
    policy: fc.record(
      {
        headroom: fc.constantFrom('0%', '10%', '50%'),
        overcommit: fc.constantFrom(1, 1.5),
        concurrent_deploys: fc.constantFrom('all', 1, 2),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ limits, database, pooler, services, policy }) =>
    JSON.stringify({
      databases: {
        main: { max_connections: limits[0], version: 16, ...database },
        other: { max_connections: limits[1] },
      },
      poolers: { bouncer: { to: 'main', ...pooler } },
      services: Object.fromEntries(services.map((service, index) => [`s${index}`, service])),
      policy,
    }),
  );

/** A file, and a change of it that can only be for the worse: one more node, or a database with fewer connections. */
export interface Changed {
  readonly file: string;
  readonly set: string;
}

export const changedFiles: fc.Arbitrary<Changed> = topologyFiles.chain((file) => {
  const { databases, services } = JSON.parse(file);
  const nodes = Object.keys(services).map((name) => `services.${name}.nodes=${services[name].nodes + 1}`);
  const limits = Object.keys(databases).map(
    (name) => `databases.${name}.max_connections=${databases[name].max_connections - 1}`,
  );
  return fc.record({ file: fc.constant(file), set: fc.constantFrom(...nodes, ...limits) });
});

function services() {
  const pool = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 20 }) },
    { weight: 1, arbitrary: fc.constant('unlimited') },
    { weight: 3, arbitrary: fc.constantFrom({ size: 6, min: 6 }, { size: 4, overflow: 3, held: 2 }) },
  );
  return fc.record(
    {
      nodes: fc.integer({ min: 0, max: 8 }),
      pool,
      to: fc.constantFrom('main', 'other', 'bouncer'),
      max_nodes: fc.constant(9),
      processes: fc.integer({ min: 1, max: 2 }),
      threads: fc.integer({ min: 1, max: 10 }),
      user: fc.constant('app'),
      uses: fc.constantFrom(['listen'], ['protocol_prepared_statements'], ['listen', 'sql_prepare']),
      when: fc.constant('deploy'),
      deploy: deploys(),
      traffic: fc.constant({ rate: '300/s', hold: '12ms', external: '4ms' }),
    },
    { requiredKeys: ['nodes', 'pool', 'to'] },
  );
}

function deploys() {
  return fc.constantFrom<unknown>(
    'none',
    'blue_green',
    { surge_factor: 1.5 },
    { platform: 'kubernetes', max_surge: '50%', max_unavailable: 0 },
    { platform: 'kubernetes', max_surge: 2, max_unavailable: 1, drain: '30s' },
    { platform: 'kubernetes', max_surge: 1, max_unavailable: 0, drain: '10s', ready_after: '20s' },
  );
}
