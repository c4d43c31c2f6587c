import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { generate, targets } from '../../src/generate/index.ts';
import type { Topology } from '../../src/topology/types.ts';
import { hostileTopologies } from './arbitrary.ts';
import { readModules, readPython, readRails } from './languages.ts';
import { readElixir, readGo, readProperties } from './parsers.ts';
import { where } from './programs.ts';
import { generated, sourceOf } from './source.ts';

const most = ({ size, overflow }: Topology['services'][number]['pools'][number]) => size + overflow;

type Pool = Topology['services'][number]['pools'][number];

/** What is expected of every pool, by service and pool. */
const expected = <T>({ services }: Topology, of: (pool: Pool) => T): Record<string, Record<string, T>> =>
  Object.fromEntries(
    services.map(({ name, pools }) => [name, Object.fromEntries(pools.map((pool) => [pool.name, of(pool)]))]),
  );

/** Some topologies at once, for languages that take a while to start. */
const some = fc.sample(hostileTopologies(), { numRuns: 40, seed: 11 });

/** Each is a whole topology. */
const runs = { numRuns: 40 };

describe('whatever names a topology has, its sizes are read back', () => {
  const python = where('python3');

  python.test('sqlalchemy', () => {
    const read = readPython(some.map((topology) => generated('sqlalchemy', sourceOf(topology))));
    const entry = (pool: Pool) => ({ pool_size: pool.size, max_overflow: pool.overflow });
    expect(read).toEqual(some.map((topology) => expected(topology, entry)));
  });

  python.test('django', () => {
    const read = readPython(some.map((topology) => generated('django', sourceOf(topology))));
    const entries = some.map((topology) => {
      const [pooler] = topology.poolers;
      return expected(topology, (pool) => ({
        ENGINE: 'django.db.backends.postgresql',
        NAME: pool.dbname,
        USER: pool.user,
        CONN_MAX_AGE: 0,
        ...(pool.to === pooler?.name && pooler.mode === 'transaction' && { DISABLE_SERVER_SIDE_CURSORS: true }),
        OPTIONS: { pool: { min_size: pool.min, max_size: most(pool) } },
      }));
    });
    expect(read).toEqual(entries);
  });

  test('node-postgres', () => {
    const read = readModules(some.map((topology) => generated('node-postgres', sourceOf(topology))));
    expect(read).toEqual(some.map((topology) => ({ pools: expected(topology, (pool) => ({ max: most(pool) })) })));
  });

  test('prisma', () => {
    const read = readModules(some.map((topology) => generated('prisma', sourceOf(topology))));
    const exports = some.map((topology) => ({
      pools: expected(topology, (pool) => ({ max: most(pool) })),
      parameters: expected(topology, (pool) => `connection_limit=${most(pool)}`),
    }));
    expect(read).toEqual(exports);
  });

  test('go', () => {
    fc.assert(
      fc.property(hostileTopologies(), (topology) => {
        const entry = (pool: Pool) => ({ open: most(pool), idle: pool.size });
        expect(readGo(generated('go', sourceOf(topology)))).toEqual(expected(topology, entry));
      }),
      runs,
    );
  });

  test('ecto', () => {
    fc.assert(
      fc.property(hostileTopologies(), (topology) => {
        const [service] = topology.services;
        if (service === undefined) return;
        // Two names may make one module, which is refused; a service alone has no such neighbour but its own pools.
        const text = attempt(() => generate(targets.ecto, [service.name], sourceOf(topology)));
        if (text !== null) expect([...readElixir(text).values()]).toEqual(service.pools.map(most));
      }),
      runs,
    );
  });

  test('hikaricp', () => {
    fc.assert(
      fc.property(hostileTopologies(), (topology) => {
        const [service] = topology.services;
        const properties = readProperties(generate(targets.hikaricp, [service?.name ?? ''], sourceOf(topology)));
        const sizes = service?.pools.flatMap((pool) => [most(pool), Math.min(pool.min, most(pool))]);
        expect(Object.values(properties).map(Number)).toEqual(sizes);
      }),
      runs,
    );
  });

  describe('rails', () => {
    const text = (topology: Topology) =>
      generate(targets.rails, [topology.services[0]?.name ?? ''], sourceOf(topology));

    /** Its entries, but for their names. */
    const entriesOf = (read: unknown) => Object.values((read as { production: Record<string, unknown> }).production);
    const entries = ({ services: [service] }: Topology) =>
      service?.pools.map((pool) => ({
        adapter: 'postgresql',
        database: pool.dbname,
        username: pool.user,
        pool: most(pool),
      }));

    test('as YAML, without any code that ERB would run', () => {
      fc.assert(
        fc.property(hostileTopologies(), (topology) => {
          expect(text(topology)).not.toContain('<%');
          expect(entriesOf(load(text(topology)))).toEqual(entries(topology));
        }),
        runs,
      );
    });

    where('ruby').test('by ERB and YAML of Ruby', () => {
      expect(readRails(some.map(text)).map(entriesOf)).toEqual(some.map(entries));
    });
  });

  test('helm-values', () => {
    fc.assert(
      fc.property(hostileTopologies(), (topology) => {
        const source = sourceOf(topology);
        const { connbudget } = load(generated('helm-values', source)) as { connbudget: Record<string, object> };
        const values = topology.services.map(({ name, nodes, processes, pools }) => ({
          nodes,
          processes,
          connectionsPerNode: source.budget.services.find((service) => service.name === name)?.perNode,
          pools: Object.fromEntries(
            pools.map((pool) => [pool.name, { size: pool.size, overflow: pool.overflow, max: most(pool) }]),
          ),
        }));
        expect(connbudget).toEqual(
          Object.fromEntries(topology.services.map(({ name }, index) => [name, values[index]])),
        );
      }),
      runs,
    );
  });
});

/** What it gives, or null where it is refused. */
function attempt(text: () => string): string | null {
  try {
    return text();
  } catch (error) {
    expect(String(error)).toContain('would both be');
    return null;
  }
}
