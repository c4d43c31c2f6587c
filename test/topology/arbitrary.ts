import fc from 'fast-check';

/** How large a generated topology may be: the most of each kind, and the largest counts. */
export interface Bounds {
  readonly databases: number;
  readonly poolers: number;
  readonly services: number;
  readonly pools: number;
  readonly nodes: number;
  readonly size: number;
}

const usual: Bounds = { databases: 3, poolers: 2, services: 5, pools: 3, nodes: 12, size: 30 };

type Words = Readonly<Record<string, unknown>>;

export interface PoolFile {
  readonly size: number | 'unlimited';
  readonly overflow?: number;
  readonly min?: number;
}

interface DeployableFile {
  readonly nodes: number;
  readonly max_nodes?: number;
  readonly processes?: number;
  readonly deploy: string | Words;
}

export interface ServiceFile extends DeployableFile {
  readonly to: string;
  readonly user?: string;
  readonly dbname?: string;
  readonly threads?: number;
  readonly pool?: number | 'unlimited' | PoolFile;
  readonly pools?: Readonly<Record<string, PoolFile & { readonly to?: string }>>;
  readonly extra?: readonly { readonly name: string; readonly count: number; readonly per: string }[];
  readonly when?: string;
  readonly exclusive?: string;
}

export interface PoolerFile extends DeployableFile {
  readonly to: string;
  readonly mode: string;
  readonly default_pool_size: number;
  readonly reserve_pool_size?: number;
  readonly max_client_conn: number;
}

export interface DatabaseFile {
  readonly max_connections: number;
  readonly version: number;
  readonly superuser_reserved_connections?: number;
  readonly other_clients?: Readonly<Record<string, number>>;
}

/** A topology file as a person would write it, without mistakes. */
export interface TopologyFile {
  readonly databases: Readonly<Record<string, DatabaseFile>>;
  readonly poolers?: Readonly<Record<string, PoolerFile>>;
  readonly services: Readonly<Record<string, ServiceFile>>;
  readonly policy?: Words;
  readonly scenarios?: Readonly<Record<string, { readonly nodes: Readonly<Record<string, number>> }>>;
}

const upTo = (most: number, least = 0) => fc.integer({ min: least, max: most });
const percent = (most: number, least = 0) => upTo(most, least).map((share) => `${share}%`);
const seconds = upTo(90).map((time) => (time === 0 ? 0 : `${time}s`));
const nodesOrPercent = fc.oneof(upTo(3, 1), percent(100, 1));

/** What may stand under `deploy`: every strategy, several platforms with their own parameters. */
export const deployFiles: fc.Arbitrary<string | Words> = fc.oneof(
  fc.constantFrom('rolling', 'recreate', 'blue_green', 'none', 'kubernetes', 'ecs', 'fly'),
  fc.record({ surge_factor: fc.constantFrom(1, 1.1, 1.25, 1.5, 2, '150%') }),
  fc.record({ strategy: fc.constantFrom('rolling', 'recreate', 'blue_green', 'none') }),
  fc.record(
    {
      platform: fc.constant('kubernetes'),
      max_surge: nodesOrPercent,
      max_unavailable: nodesOrPercent,
      ready_after: seconds,
      drain: seconds,
    },
    { requiredKeys: ['platform'] },
  ),
  fc.record(
    { platform: fc.constant('ecs'), maximum_percent: upTo(200, 110), minimum_healthy_percent: upTo(100) },
    { requiredKeys: ['platform'] },
  ),
  fc.record({ platform: fc.constant('heroku'), preboot: fc.boolean() }),
);

const deployable = (bounds: Bounds) =>
  fc
    .record(
      { nodes: upTo(bounds.nodes), more: upTo(bounds.nodes), processes: upTo(3, 1), deploy: deployFiles },
      { requiredKeys: ['nodes', 'deploy'] },
    )
    .map(({ more, ...rest }) => (more === undefined ? rest : { ...rest, max_nodes: rest.nodes + more }));

const poolFile = (bounds: Bounds): fc.Arbitrary<PoolFile> =>
  fc
    .record(
      { size: upTo(bounds.size), overflow: upTo(bounds.size), min: upTo(bounds.size) },
      { requiredKeys: ['size'] },
    )
    .map(({ min, ...rest }) => (min === undefined ? rest : { ...rest, min: Math.min(min, rest.size) }));

const poolForms = (bounds: Bounds, targets: readonly string[]) => {
  const named = fc
    .tuple(poolFile(bounds), fc.option(fc.constantFrom(...targets), { nil: undefined }))
    .map(([file, to]) => (to === undefined ? file : { ...file, to }));
  return fc.oneof(
    fc.record({ pool: upTo(bounds.size) }),
    fc.record({ pool: poolFile(bounds) }),
    fc.constant({ pool: 'unlimited' as const }),
    fc.record({ pools: dictionary(names(1, bounds.pools), named) }),
  );
};

const serviceFile = (bounds: Bounds, targets: readonly string[]): fc.Arbitrary<ServiceFile> =>
  fc
    .tuple(
      deployable(bounds),
      poolForms(bounds, targets),
      fc.record(
        {
          to: fc.constantFrom(...targets),
          user: fc.constantFrom('app', 'job'),
          dbname: fc.constantFrom('main', 'log'),
          threads: upTo(bounds.size, 1),
          extra: fc.uniqueArray(
            fc.record({
              name: fc.constantFrom('listener', 'leader lock'),
              count: upTo(3),
              per: fc.constantFrom('process', 'node', 'service'),
            }),
            { selector: ({ name }) => name },
          ),
          when: fc.constantFrom('always', 'deploy'),
          exclusive: fc.constantFrom('left', 'right'),
        },
        { requiredKeys: ['to'] },
      ),
    )
    .map(([one, two, three]) => ({ ...one, ...two, ...three }));

const poolerFile = (bounds: Bounds, databases: readonly string[]): fc.Arbitrary<PoolerFile> =>
  fc
    .tuple(
      deployable(bounds),
      fc.record(
        {
          to: fc.constantFrom(...databases),
          mode: fc.constantFrom('session', 'transaction'),
          default_pool_size: upTo(bounds.size, 1),
          reserve_pool_size: upTo(5),
          max_client_conn: upTo(1000, 1),
        },
        { requiredKeys: ['to', 'mode', 'default_pool_size', 'max_client_conn'] },
      ),
    )
    .map(([one, two]) => ({ ...one, ...two }));

const databaseFile: fc.Arbitrary<DatabaseFile> = fc.record(
  {
    max_connections: upTo(500, 20),
    version: upTo(18, 12),
    superuser_reserved_connections: upTo(5),
    other_clients: fc.dictionary(fc.constantFrom('psql', 'exporter', 'nightly dump'), upTo(4)),
  },
  { requiredKeys: ['max_connections', 'version'] },
);

const policyFile: fc.Arbitrary<Words> = fc.record(
  {
    headroom: percent(50),
    concurrent_deploys: fc.oneof(upTo(4, 1), fc.constant('all')),
    overcommit: fc.constantFrom(1, 1.5, '150%'),
    fail_on: fc.constantFrom('error', 'warning'),
  },
  { requiredKeys: [] },
);

/** Topology files with databases, poolers, services of every kind, policy and scenarios; all names differ. */
export function topologyFiles(bounds: Partial<Bounds> = {}): fc.Arbitrary<TopologyFile> {
  const within = { ...usual, ...bounds };
  return fc
    .record({
      databases: upTo(within.databases, 1),
      poolers: upTo(within.poolers),
      services: upTo(within.services, 1),
    })
    .chain((counts) => {
      const total = counts.databases + counts.poolers + counts.services;
      return names(total, total).chain((all) => {
        const databases = all.slice(0, counts.databases);
        const targets = all.slice(0, counts.databases + counts.poolers);
        const deployed = all.slice(counts.databases);
        return fc.record(
          {
            databases: each(databases, databaseFile),
            poolers: each(targets.slice(counts.databases), poolerFile(within, databases)),
            services: each(all.slice(targets.length), serviceFile(within, targets)),
            policy: policyFile,
            scenarios: fc.record({
              'black-friday': fc.record({
                nodes: fc.dictionary(fc.constantFrom(...deployed), upTo(within.nodes), { noNullPrototype: true }),
              }),
            }),
          },
          { requiredKeys: ['databases', 'poolers', 'services'] },
        );
      });
    });
}

/** Names with dots, digits and dashes in them, and names that mean something to JavaScript or to the file itself. */
const styles = [
  (index: number) => `web-${index}`,
  (index: number) => `team.job_${index}`,
  (index: number) => `db${index}.nodes`,
];
const pitfalls = ['constructor', 'toString', 'valueOf', 'nodes', 'default', 'database', 'web-0.pool'];

/** Different names. */
function names(least: number, most: number): fc.Arbitrary<string[]> {
  return fc
    .uniqueArray(upTo(pitfalls.length + 60), { minLength: least, maxLength: most })
    .map((numbers) => numbers.map((index) => pitfalls[index] ?? styles[index % styles.length]?.(index) ?? ''));
}

function each<T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  const values = fc.array(value, { minLength: keys.length, maxLength: keys.length });
  return values.map((all) => Object.fromEntries(all.map((one, index) => [keys[index] ?? '', one])));
}

function dictionary<T>(keys: fc.Arbitrary<string[]>, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return keys.chain((list) => each(list, value));
}
