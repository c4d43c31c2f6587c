import fc from 'fast-check';
import { poolers as kinds } from '../../../src/catalog/poolers/index.ts';
import type { PoolerKind } from '../../../src/catalog/types.ts';
import { topologyFiles } from '../../topology/arbitrary.ts';
import { givenFor, strategies } from '../../topology/platform-deploys.ts';

type Words = Readonly<Record<string, unknown>>;

const upTo = (most: number, least = 0) => fc.integer({ min: least, max: most });
const seconds = upTo(90).map((time) => `${time}s`);

/** A rollout by any platform, with its parameters and, sometimes, timing. */
const deploys: fc.Arbitrary<Words> = fc
  .constantFrom(...strategies)
  .chain(([, platform, strategy]) =>
    fc
      .tuple(givenFor(platform, strategy), fc.record({ ready_after: seconds, drain: seconds }, { requiredKeys: [] }))
      .map(([given, timing]) => ({ ...given, ...timing })),
  );

/** What a file says of a pooler of a kind: any of its own parameters, entries and pairs. */
function poolerOf(kind: PoolerKind): fc.Arbitrary<Words> {
  const values = kind.parameters.map(({ key, role }) => [key, upTo(role === 'client_limit' ? 500 : 60)] as const);
  const required = kind.parameters.filter((parameter) => parameter.default === null).map(({ key }) => key);
  const entry = fc.record(
    { pool_size: upTo(30), min_pool_size: upTo(9), reserve_pool_size: upTo(5), max_db_connections: upTo(40) },
    { requiredKeys: [] },
  );
  const common = fc.record(
    {
      mode: fc.constantFrom(...kind.modes),
      pairs: upTo(6, 1),
      processes: upTo(3, 1),
      databases: fc.record({ main: entry, log: entry }, { requiredKeys: [] }),
    },
    { requiredKeys: ['mode'] },
  );
  return fc
    .tuple(fc.record(Object.fromEntries(values), { requiredKeys: required }), common)
    .map(([own, rest]) => ({ kind: kind.id, ...own, ...rest }));
}

const poolers = fc.constantFrom(...kinds).chain(poolerOf);

const limits = fc.record({ app: upTo(60), job: upTo(60) }, { requiredKeys: [] });
const databases = fc.record(
  { role_limits: limits, database_limits: fc.record({ main: upTo(60) }), provider_reserved: upTo(5) },
  { requiredKeys: [] },
);

/** Topology files with everything that the arithmetic knows; a few of them have mistakes. */
export const fullFiles: fc.Arbitrary<string> = fc
  .record({
    file: topologyFiles({ services: 4 }),
    databases: fc.array(databases, { minLength: 3, maxLength: 3 }),
    poolers: fc.array(poolers, { minLength: 2, maxLength: 2 }),
    deploys: fc.array(fc.option(deploys), { minLength: 4, maxLength: 4 }),
  })
  .map(({ file, databases, poolers, deploys }) => {
    const nodesOf = ({ to, nodes, deploy }: Words) => ({ to, nodes, deploy });
    return JSON.stringify(
      {
        ...file,
        databases: each(file.databases, (own, index) => ({ ...own, ...databases[index] })),
        poolers: each(file.poolers ?? {}, (own, index) => ({ ...nodesOf(own), ...poolers[index] })),
        services: each(file.services, (own, index) => ({ ...own, ...(deploys[index] && { deploy: deploys[index] }) })),
      },
      null,
      1,
    );
  });

const each = (map: Readonly<Record<string, object>>, change: (own: Words, index: number) => Words) =>
  Object.fromEntries(Object.entries(map).map(([name, own], index) => [name, change(own as Words, index)]));
