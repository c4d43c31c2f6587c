import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { parseTopology } from '../../src/topology/index.ts';
import type { Pool } from '../../src/topology/types.ts';
import { parseRatio } from '../../src/topology/units.ts';
import { type PoolFile, type ServiceFile, type TopologyFile, topologyFiles } from './arbitrary.ts';

const runs = { numRuns: 1000 };
const forms: readonly ((file: TopologyFile) => string)[] = [
  (file) => dump(file),
  (file) => dump(file, { flowLevel: 2 }),
  (file) => JSON.stringify(file),
  (file) => JSON.stringify(file, null, 2),
];
const number = (value: unknown) => (value === 'unlimited' ? Number.POSITIVE_INFINITY : value);

/** The pools of a service as its file gives them: name, size, overflow, min, target. */
function poolsOf({ pool, pools, to }: ServiceFile): unknown[][] {
  const all: Record<string, number | 'unlimited' | (PoolFile & { to?: string })> = pools ?? { default: pool ?? 0 };
  return Object.entries(all).map(([name, one]) => {
    const map = typeof one === 'object' ? one : { size: one };
    return [name, number(map.size), map.overflow ?? 0, map.min ?? 0, map.to ?? to];
  });
}

const numbers = ({ name, size, overflow, min, to }: Pool) => [name, size, overflow, min, to];

describe('a file parses to the numbers it holds', () => {
  test.each(forms)('in every form of YAML: %#', (write) => {
    fc.assert(
      fc.property(topologyFiles(), (file) => {
        const { databases, poolers, services, policy, scenarios } = parseTopology(write(file), 'file.yml');

        expect(databases.map(({ name }) => name)).toEqual(Object.keys(file.databases));
        for (const database of databases) {
          const given = file.databases[database.name];
          expect(database).toMatchObject({
            maxConnections: given?.max_connections,
            version: given?.version,
            superuserReserved: given?.superuser_reserved_connections ?? 3,
          });
          expect(database.otherClients.map(({ name, count }) => [name, count])).toEqual(
            Object.entries(given?.other_clients ?? {}),
          );
        }
        for (const pooler of poolers) {
          const given = file.poolers?.[pooler.name];
          expect(pooler).toMatchObject({
            to: given?.to,
            mode: given?.mode,
            nodes: given?.nodes,
            maxNodes: given?.max_nodes ?? null,
            processes: given?.processes ?? 1,
            poolSize: given?.default_pool_size,
            reservePoolSize: given?.reserve_pool_size ?? 0,
            maxClientConn: given?.max_client_conn,
          });
        }
        expect(services.map(({ name }) => name)).toEqual(Object.keys(file.services));
        for (const service of services) {
          const given = file.services[service.name] as ServiceFile;
          expect(service).toMatchObject({
            nodes: given.nodes,
            maxNodes: given.max_nodes ?? null,
            processes: given.processes ?? 1,
            threads: given.threads ?? null,
            when: given.when ?? 'always',
            exclusive: given.exclusive ?? null,
          });
          expect(service.pools.map(numbers)).toEqual(poolsOf(given));
          expect(service.extras.map(({ name, count, per }) => ({ name, count, per }))).toEqual(given.extra ?? []);
        }
        const { headroom = '10%', overcommit = 1, concurrent_deploys: concurrent = 'all' } = file.policy ?? {};
        expect(policy.headroom).toEqual(parseRatio(`${headroom}`));
        expect(policy.overcommit).toEqual(parseRatio(`${overcommit}`));
        expect(policy.concurrentDeploys).toBe(concurrent === 'all' ? Number.POSITIVE_INFINITY : concurrent);
        for (const { name, nodes } of scenarios) {
          expect(Object.fromEntries(nodes)).toEqual(file.scenarios?.[name]?.nodes);
        }
      }),
      { ...runs, numRuns: runs.numRuns / forms.length },
    );
  });

  test('whatever form it has, the topology is the same', () => {
    fc.assert(
      fc.property(topologyFiles(), (file) => {
        const [first, ...others] = forms.map((write) => {
          const { origin: _, given: __, ...topology } = parseTopology(write(file), 'file.yml');
          return topology;
        });
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });
});
