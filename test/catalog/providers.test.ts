import { describe, expect, test } from '@jest/globals';
import { isEstimate } from '../../src/catalog/certainty.ts';
import { estimatedPlan, postgresLimit } from '../../src/catalog/providers/aws-formula.ts';
import { findPlan, findProvider, planNames, providerReserved, providers } from '../../src/catalog/providers/index.ts';
import type { ProviderPlan } from '../../src/catalog/types.ts';

const gib = 2 ** 30;
const plans = providers.flatMap((provider) => provider.plans.map((plan) => ({ provider, plan })));

/** Copied by hand, not by the code under test: plan, max_connections, whether it is an estimate. */
const known: readonly (readonly [name: string, maxConnections: number, estimate: boolean])[] = [
  ['aws-rds-postgres/db.t2.small', 198, true],
  ['aws-rds-postgres/db.r4.large', 1660, true],
  ['aws-rds-postgres/db.r6g.large', 1586, true],
  ['aws-rds-postgres/db.r6g.2xlarge', 5000, true],
  ['aws-rds-mysql/db.t3.micro', 60, true],
  ['aws-rds-mysql/db.m7g.large', 630, true],
  ['aws-rds-mysql/db.r6g.xlarge', 2402, true],
  ['aws-rds-mariadb/db.r6g.xlarge', 1201, true],
  ['aws-aurora-postgres/db.t4g.medium', 405, false],
  ['aws-aurora-postgres/db.r6g.large', 1722, false],
  ['aws-aurora-postgres/db.x2g.large', 3479, false],
  ['aws-aurora-postgres/db.r5.24xlarge', 5000, false],
  ['aws-aurora-postgres/db.r7g.large', 1586, true],
  ['aws-aurora-mysql/db.t3.large', 135, false],
  ['aws-aurora-mysql/db.r6i.32xlarge', 7000, false],
  ['aws-aurora-serverless-v2/1acu', 189, false],
  ['aws-aurora-serverless-v2/16acu', 3360, false],
  ['aws-aurora-serverless-v2-mysql/16acu', 2000, false],
  ['gcp-cloudsql-postgres/db-f1-micro', 25, true],
  ['gcp-cloudsql-postgres/7.5-15gb', 400, true],
  ['gcp-cloudsql-postgres/from-120gb', 1000, true],
  ['azure-postgres/B1ms', 50, false],
  ['azure-postgres/D4s', 1718, false],
  ['azure-postgres/E8s', 5000, false],
  ['azure-mysql/B1s', 85, false],
  ['azure-mysql/504gib', 43_008, false],
  ['heroku-postgres/essential-0', 20, true],
  ['heroku-postgres/essential-2', 40, false],
  ['heroku-postgres/standard-0', 120, true],
  ['heroku-postgres-advanced/4g-performance', 380, false],
  ['supabase/nano', 60, false],
  ['supabase/8xl', 490, false],
  ['neon/0.25cu', 104, false],
  ['neon/9-56cu', 4000, false],
  ['digitalocean-postgres/1gib', 25, false],
  ['digitalocean-postgres/8gib', 200, false],
  ['render-postgres/under-8gb', 100, false],
  ['render-postgres/legacy-large', 397, false],
  ['fly-mpg/launch', 150, false],
  ['aiven-postgres/hobbyist', 25, false],
  ['aiven-postgres/business-16', 400, false],
  ['aiven-mysql/free', 76, false],
  ['aiven-mysql/2gib', 151, false],
  ['aiven-mysql/4gib', 401, false],
  ['crunchy-bridge/default', 500, false],
  ['ionos-postgres/5gb', 512, false],
  ['yandex-postgres/b2.medium', 200, false],
  ['yandex-postgres/16vcpu', 3200, false],
  ['prisma-postgres/pro', 50, false],
  ['ovh-postgres/4gb', 200, false],
];

describe('max_connections', () => {
  test.each(known)('%s: %d, estimated: %s', (name, maxConnections, estimate) => {
    const plan = findPlan(name)?.plan;
    expect(plan?.maxConnections).toBe(maxConnections);
    expect(plan && isEstimate(plan.certainty)).toBe(estimate);
  });
});

describe('lookups', () => {
  test('find a plan whatever its case', () => {
    expect(findPlan('Azure-Postgres/d4S')).toEqual(findPlan('azure-postgres/D4s'));
    expect(findProvider('NEON')?.name).toBe('Neon');
  });

  test.each(['', '/', 'neon', 'neon/', 'neon/3', '/1cu', 'neon/1cu/', 'constructor/prototype'])(
    'no plan: %j',
    (name) => {
      expect(findPlan(name)).toBeNull();
    },
  );

  test('every listed name is found, and none is listed twice', () => {
    const names = planNames();
    expect(names.filter((name) => findPlan(name) === null)).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length);
  });

  test('names can be written after a slash without quotes', () => {
    expect(planNames().filter((name) => !/^[a-z0-9-]+\/[A-Za-z0-9.-]+$/.test(name))).toEqual([]);
  });
});

describe('every row', () => {
  test('has a source', () => {
    const facts = [
      ...plans.map(({ plan }) => plan),
      ...providers.flatMap(({ reserve, pooler, notes }) => [reserve ?? [], pooler ?? [], notes]).flat(),
    ];
    expect(facts.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  test('has whole, positive figures that fit one another', () => {
    const broken = plans.filter(
      ({ plan: { maxConnections, memoryBytes = gib, cores = 1, settableUpTo = maxConnections, poolerClients = 1 } }) =>
        ![maxConnections, memoryBytes, cores, settableUpTo, poolerClients].every(
          (figure) => Number.isSafeInteger(figure) && figure > 0,
        ) || settableUpTo < maxConnections,
    );
    expect(broken).toEqual([]);
  });

  test('leaves an ordinary role something', () => {
    const empty = plans.filter(
      ({ provider, plan }) =>
        provider.engine === 'postgres' && plan.maxConnections - 3 - providerReserved(provider, 18, 3) <= 0,
    );
    expect(empty).toEqual([]);
  });

  test('stands alone: a provider without figures says why', () => {
    const bare = providers.filter(
      ({ plans: rows, notes, pooler }) => rows.length === 0 && notes.length === 0 && !pooler,
    );
    expect(bare).toEqual([]);
  });
});

describe('more memory never means fewer connections', () => {
  const monotone = (rows: readonly ProviderPlan[]): boolean =>
    [...rows]
      .sort(
        (one, other) => (one.memoryBytes ?? 0) - (other.memoryBytes ?? 0) || one.maxConnections - other.maxConnections,
      )
      .every((row, index, sorted) => row.maxConnections >= (sorted[index - 1]?.maxConnections ?? 0));

  test.each(providers.map(({ id }) => id))('%s', (id) => {
    const families = new Map<string, ProviderPlan[]>();
    for (const plan of findProvider(id)?.plans.filter(({ memoryBytes }) => memoryBytes !== undefined) ?? []) {
      const family = plan.name.startsWith('db.') ? plan.name.slice(0, plan.name.lastIndexOf('.')) : 'all';
      families.set(family, [...(families.get(family) ?? []), plan]);
    }
    expect([...families].filter(([, rows]) => !monotone(rows)).map(([family]) => family)).toEqual([]);
  });
});

describe("Amazon's formula", () => {
  test.each([
    [2, 198],
    [16, 1586],
    [32, 3172],
    [64, 5000],
  ])('is taken at 88 %% of %d GiB: %d', (memoryGib, expected) => {
    const plan = estimatedPlan(
      { name: 'db.t3.small', family: 'db.t3', size: 'small', memoryBytes: memoryGib * gib },
      postgresLimit,
    );
    expect(plan?.maxConnections).toBe(expected);
  });

  test('is not taken below 2 GiB, where the share is unknown', () => {
    expect(findPlan('aws-rds-postgres/db.t3.micro')).toBeNull();
    expect(findPlan('aws-rds-postgres/db.t3.small')).not.toBeNull();
  });

  test('gives less than every published value of Aurora PostgreSQL, and at least 88 % of it', () => {
    const published = findProvider('aws-aurora-postgres')?.plans.filter(
      ({ certainty }) => certainty === 'documentation',
    );
    const ratios = published?.map(
      ({ memoryBytes = 0, maxConnections }) => postgresLimit(memoryBytes * 0.88) / maxConnections,
    );
    expect(Math.max(...(ratios ?? []))).toBeLessThanOrEqual(1);
    expect(Math.min(...(ratios ?? []))).toBeGreaterThan(0.88);
  });
});

describe('slots that a provider keeps beyond the engine', () => {
  test.each([
    ['aws-rds-postgres', 15, 3, 2],
    ['aws-rds-postgres', 16, 3, 0],
    ['aws-aurora-postgres', 18, 3, 3],
    ['gcp-cloudsql-postgres', 18, 3, 2],
    ['azure-postgres', 18, 3, 12],
    ['azure-postgres', 18, 20, 0],
    ['neon', 18, 3, 4],
    ['digitalocean-postgres', 18, 3, 0],
    ['ionos-postgres', 18, 3, 8],
    ['yandex-postgres', 18, 3, 12],
    ['supabase', 18, 3, 0],
    ['render-postgres', 18, 3, 0],
  ])('%s, version %d, %d kept by the engine: %d', (id, version, engineReserved, expected) => {
    const provider = findProvider(id);
    expect(provider && providerReserved(provider, version, engineReserved)).toBe(expected);
  });

  test.each([
    ['azure-postgres/B1ms', 35],
    ['azure-postgres/B12ms', 4985],
    ['neon/0.25cu', 97],
    ['digitalocean-postgres/1gib', 22],
  ])('%s leaves the %d that the provider says', (name, usable) => {
    const found = findPlan(name);
    expect(found && found.plan.maxConnections - 3 - providerReserved(found.provider, 18, 3)).toBe(usable);
  });
});
