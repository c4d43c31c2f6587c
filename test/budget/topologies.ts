import type { Database, Deploy, Policy, Pool, Pooler, Service, Topology } from '../../src/topology/types.ts';

const none: Deploy = {
  platform: 'none',
  strategy: 'none',
  overlap: { kind: 'in_place' },
  readyAfter: null,
  drain: null,
};

/** A rollout that runs a full second set of nodes. */
export const doubling: Deploy = {
  ...none,
  strategy: 'blue_green',
  overlap: { kind: 'full_set', atMost: Infinity },
  drain: 0,
};

/** A rollout with so many nodes more than steady. */
export const adding = (nodes: number): Deploy => ({
  ...none,
  overlap: { kind: 'extra', extra: { share: { numerator: 0, denominator: 1 }, round: 'up', atLeast: nodes } },
});

/** A rollout in batches as Kubernetes makes them; times in seconds, null: not declared. */
export const rolling = (
  surge: number,
  unavailable: number,
  drain: number | null,
  readyAfter: number | null,
): Deploy => {
  const count = (atLeast: number) => ({ share: { numerator: 0, denominator: 1 }, round: 'up' as const, atLeast });
  return {
    platform: 'kubernetes',
    strategy: 'rolling',
    overlap: {
      kind: 'rolling',
      surge: count(surge),
      unavailable: count(unavailable),
      bothZero: 'one_unavailable',
      waitsForExit: 0,
    },
    readyAfter,
    drain,
  };
};

export const database = (given: Partial<Database> = {}): Database => ({
  name: 'main',
  engine: 'postgres',
  version: 18,
  plan: null,
  maxConnections: 100,
  superuserReserved: 3,
  reserved: 0,
  providerReserved: 0,
  otherClients: [],
  roleLimits: [],
  databaseLimits: [],
  memoryBytes: null,
  sharedBuffersBytes: null,
  backendMemoryBytes: 5_000_000,
  cores: null,
  estimated: false,
  judgedBy: 'worst_case',
  ...given,
});

export const pool = (given: Partial<Pool> = {}): Pool => ({
  name: 'default',
  size: 5,
  overflow: 0,
  min: 0,
  to: 'main',
  user: 'app',
  dbname: 'main',
  client: null,
  uses: [],
  held: 1,
  ...given,
});

export const service = (given: Partial<Service> = {}): Service => ({
  name: 'web',
  nodes: 1,
  maxNodes: null,
  processes: 1,
  deploy: none,
  threads: null,
  pools: [pool()],
  extras: [],
  when: 'always',
  exclusive: null,
  traffic: null,
  minPool: 1,
  maxPool: null,
  weight: { numerator: 1, denominator: 1 },
  ...given,
});

export const pooler = (given: Partial<Pooler> = {}): Pooler => ({
  name: 'bouncer',
  nodes: 1,
  maxNodes: null,
  processes: 1,
  deploy: none,
  kind: 'pgbouncer',
  counting: 'pairs',
  per: 'process',
  to: 'main',
  mode: 'transaction',
  poolSize: 20,
  minPoolSize: 0,
  reservePoolSize: 0,
  maxClientConn: 100,
  maxDbConnections: Infinity,
  maxUserConnections: Infinity,
  serverLimit: Infinity,
  percentOfDatabase: null,
  preparedStatements: 0,
  pairs: null,
  databases: [],
  breaks: [],
  settings: {},
  ...given,
});

export const policy: Policy = {
  headroom: { numerator: 10, denominator: 100 },
  concurrentDeploys: Infinity,
  overcommit: { numerator: 1, denominator: 1 },
  overcommitProbability: null,
  failOn: 'error',
  accept: [],
};

/** A complete topology from its parts. */
export const topology = (given: Partial<Topology>): Topology => ({
  path: 'topology.yml',
  databases: [database()],
  poolers: [],
  services: [],
  policy,
  scenarios: [],
  assumptions: [],
  given: {},
  origin: () => ({ kind: 'default', reason: 'made up', location: { path: 'topology.yml', line: 1, column: 1 } }),
  ...given,
});
