import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { load } from 'js-yaml';
import type { DatabaseBudget } from '../../src/budget/types.ts';
import { clients } from '../../src/catalog/clients/index.ts';
import { poolers } from '../../src/catalog/poolers/index.ts';
import { type TargetName, targets } from '../../src/generate/index.ts';
import { rolesOf } from '../../src/generate/reach.ts';
import type { GenerateTarget } from '../../src/generate/types.ts';
import { topologies } from '../budget/arbitrary.ts';
import { hostileTopologies, plainNames } from './arbitrary.ts';
import { countRules, readShell } from './languages.ts';
import { readAlert } from './parsers.ts';
import { where } from './programs.ts';
import { readConnection, readIni, readLimits, readTemplate } from './readers.ts';
import { generated, sourceOf } from './source.ts';

/** Each is a whole topology. */
const runs = { numRuns: 40 };

describe('whatever names a topology has', () => {
  test('env gives every pool its numbers by its own name, in Node.js and in a shell alike', () => {
    const before = readShell('');
    fc.assert(
      fc.property(hostileTopologies(), (topology) => {
        const pools = topology.services.flatMap((service) => service.pools.map((pool) => ({ service, pool })));
        const numbers = pools.flatMap(({ service, pool: { name, size, overflow } }) => {
          const words = `${service.name} ${name} pool`.toUpperCase().replace(/[^A-Z0-9]/g, '_');
          const variable = words.replace(/^(?=[0-9])/, '_');
          const parts = { [`${variable}_SIZE`]: `${size}`, [`${variable}_OVERFLOW`]: `${overflow}` };
          return Object.entries({ [variable]: `${size + overflow}`, ...(overflow > 0 && parts) });
        });
        const text = generated('env', sourceOf(topology));
        expect(parseEnv(text)).toEqual(Object.fromEntries(numbers));
        expect(readShell(text)).toEqual({ ...before, ...Object.fromEntries(numbers) });
      }),
      runs,
    );
  });

  test('sql limits every role and logical database by its own name, and nothing else', () => {
    fc.assert(
      fc.property(hostileTopologies(), (topology) => {
        const limits = readLimits(generated('sql', sourceOf(topology)));
        const names = (what: string) => limits.filter((limit) => limit.what === what).map(({ name }) => name);
        const pools = topology.services.flatMap((service) => service.pools);
        expect(names('ROLE')).toEqual([...new Set(pools.map(({ user }) => user))]);
        expect(names('DATABASE')).toEqual([...new Set(pools.map(({ dbname }) => dbname))]);
      }),
      runs,
    );
  });

  test('pgbouncer has an entry for every logical database behind it', () => {
    fc.assert(
      fc.property(hostileTopologies(plainNames), (topology) => {
        const ini = readIni(generated('pgbouncer', sourceOf(topology)));
        const [{ name, to }] = topology.poolers as [(typeof topology.poolers)[number]];
        const behind = topology.services.flatMap(({ pools }) => pools).filter((pool) => pool.to === name);
        const entries = [...(ini.get('databases') ?? [])].map(([entry, text]) => [entry, readConnection(text)]);
        const expected = [...new Set(behind.map(({ dbname }) => dbname))].map((dbname) => [
          dbname,
          { host: to, port: '5432', dbname },
        ]);
        expect(entries).toEqual(expected);
        expect(ini.get('pgbouncer')?.get('default_pool_size')).toBe('7');
      }),
      runs,
    );
  });
});

test('prometheus has the numbers of the budget, and texts that are no templates', () => {
  fc.assert(
    fc.property(hostileTopologies(), (topology) => {
      const source = sourceOf(topology);
      const { groups } = load(generated('prometheus', source)) as AlertFile;
      const [{ usable, scenarios }] = source.budget.databases as [DatabaseBudget];
      const rules = groups.flatMap((group) => group.rules);
      const worst = Math.max(...scenarios.map(({ connections }) => connections));
      const roles = rolesOf(source.budget.databases[0] as DatabaseBudget);
      expect(rules.map(({ expr }) => readAlert(expr).threshold)).toEqual([
        usable,
        worst,
        topology.databases[0]?.maxConnections,
        ...roles.map(({ connections }) => connections),
      ]);
      const perRole = rules.filter(({ alert }) => alert.startsWith('Service'));
      expect(perRole.map(({ expr }) => readAlert(expr).labels.usename)).toEqual(roles.map(({ name }) => name));
      expect(perRole.map(({ labels }) => readTemplate(labels.role ?? '', {}))).toEqual(roles.map(({ name }) => name));
      for (const { annotations } of rules) {
        for (const text of Object.values(annotations)) readTemplate(text, { $value: '7', '$labels.instance': 'a:1' });
      }
    }),
    runs,
  );
});

interface AlertFile {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly annotations: Readonly<Record<string, string>>;
    }[];
  }[];
}

where('promtool').test("prometheus passes Prometheus's own check", () => {
  const texts = fc
    .sample(hostileTopologies(), { numRuns: 20, seed: 5 })
    .map((topology) => generated('prometheus', sourceOf(topology)));
  const counts = texts.map((text) => (load(text) as AlertFile).groups.flatMap(({ rules }) => rules).length);
  expect(countRules(texts)).toEqual(counts);
});

test('the same source gives the same text, and every target begins with where it comes from', () => {
  fc.assert(
    fc.property(hostileTopologies(plainNames), (topology) => {
      const source = sourceOf(topology);
      for (const [name, { comment }] of Object.entries(targets) as [TargetName, GenerateTarget][]) {
        if (name === 'ecto') continue;
        const text = generated(name, source);
        expect(text).toBe(generated(name, source));
        const head = text.split('\n').slice(0, 6);
        expect(head.every((line) => line.startsWith(comment))).toBe(true);
        expect(head[0]).toMatch(/^\S+ Code generated by .* DO NOT EDIT\.$/);
      }
    }),
    { numRuns: 30 },
  );
});

test('every client, pooler and engine that a target names is in the catalog', () => {
  const all: readonly GenerateTarget[] = Object.values(targets);
  const ids = (known: readonly { readonly id: string }[]) => known.map(({ id }) => id);
  const clientIds = all.flatMap((target) => (target.of === 'services' ? (target.clients ?? []) : []));
  expect(ids(clients)).toEqual(expect.arrayContaining(clientIds));
  expect(ids(poolers)).toEqual(
    expect.arrayContaining(all.flatMap((target) => (target.of === 'pooler' ? target.kinds : []))),
  );
  expect(Object.entries(targets).map(([key, { name }]) => [key, name])).toEqual(all.map(({ name }) => [name, name]));
});

describe('the limits of sql let every scenario through', () => {
  const some = topologies({ services: fc.integer({ min: 1, max: 4 }), poolers: fc.integer({ min: 0, max: 2 }) }).map(
    (topology) => ({ ...topology, poolers: topology.poolers.map((pooler) => ({ ...pooler, pairs: null })) }),
  );

  test('the limits of all roles, and those of all logical databases, add up to the worst case or more', () => {
    fc.assert(
      fc.property(some, (topology) => {
        const source = sourceOf(topology);
        const limits = readLimits(generated('sql', source));
        const sum = (what: string) =>
          limits
            .filter((limit) => limit.what === what)
            .reduce((all, { limit }) => all + (limit === -1 ? Infinity : limit), 0);
        const [database] = source.topology.databases;
        const others = (database?.otherClients ?? []).reduce((all, { count }) => all + count, 0);
        const most = Math.max(
          ...(source.budget.databases[0] as DatabaseBudget).scenarios.map(({ connections }) => connections),
        );
        expect(sum('ROLE')).toBeGreaterThanOrEqual(most - others);
        expect(sum('DATABASE')).toBeGreaterThanOrEqual(most);
      }),
      runs,
    );
  });

  test('a service alone in its role gets the same as what goes straight to the server at its most', () => {
    fc.assert(
      fc.property(hostileTopologies(), (topology) => {
        const source = sourceOf(topology);
        const [database] = topology.databases;
        for (const { name, connections } of rolesOf(source.budget.databases[0] as DatabaseBudget)) {
          const pools = topology.services.flatMap((service) => service.pools.filter(({ user }) => user === name));
          if (pools.some(({ to }) => to !== database?.name)) continue;
          // Two nodes, three while they deploy.
          expect(connections).toBe(3 * pools.reduce((sum, { size, overflow }) => sum + size + overflow, 0));
        }
      }),
      runs,
    );
  });
});
