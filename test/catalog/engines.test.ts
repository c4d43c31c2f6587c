import { describe, expect, test } from '@jest/globals';
import { engines } from '../../src/catalog/engines/index.ts';
import type { EngineLimit } from '../../src/catalog/types.ts';
import { appliesTo } from '../../src/catalog/versions.ts';

const all = Object.values(engines);

describe('default limits', () => {
  test.each([
    ['postgres', 100],
    ['mysql', 151],
    ['mariadb', 151],
    ['sqlserver', 32_767],
    ['oracle', 100],
    ['cockroachdb', Number.POSITIVE_INFINITY],
    ['other', null],
  ] as const)('%s: %s', (id, expected) => {
    expect(engines[id].id).toBe(id);
    expect(engines[id].maxConnections.default).toBe(expected);
  });
});

test.each([
  [15, { superuser_reserved_connections: 3 }],
  [16, { superuser_reserved_connections: 3, reserved_connections: 0 }],
  [engines.postgres.newestVersion, { superuser_reserved_connections: 3, reserved_connections: 0 }],
])('PostgreSQL %s reserves %j', (version, expected) => {
  const known = engines.postgres.reservations.filter((setting) => appliesTo(setting, version));
  expect(Object.fromEntries(known.map(({ key, default: slots }) => [key, slots]))).toEqual(expected);
});

test('only PostgreSQL takes its reservations out of the limit', () => {
  expect(all.filter(({ reservations }) => reservations.length > 0).map(({ id }) => id)).toEqual(['postgres']);
});

describe('errors', () => {
  const textsOf = (limit: EngineLimit, version: number): readonly string[] =>
    engines.postgres.errors
      .filter((error) => error.limit === limit && appliesTo(error, version))
      .map(({ message }) => message);

  test.each<[EngineLimit, number, readonly string[]]>([
    ['max_connections', 11, ['sorry, too many clients already']],
    [
      'superuser_reserved_connections',
      15,
      ['remaining connection slots are reserved for non-replication superuser connections'],
    ],
    [
      'superuser_reserved_connections',
      18,
      ['remaining connection slots are reserved for roles with the SUPERUSER attribute'],
    ],
    ['reserved_connections', 15, []],
    [
      'reserved_connections',
      16,
      ['remaining connection slots are reserved for roles with privileges of the "pg_use_reserved_connections" role'],
    ],
    ['max_wal_senders', 16, ['number of requested standby connections exceeds max_wal_senders (currently %d)']],
    ['max_wal_senders', 17, ['number of requested standby connections exceeds "max_wal_senders" (currently %d)']],
  ])('PostgreSQL at %s in version %d', (limit, version, expected) => {
    expect(textsOf(limit, version)).toEqual(expected);
  });

  test('PostgreSQL has one SQLSTATE for all of them', () => {
    expect(new Set(engines.postgres.errors.map(({ sqlstate }) => sqlstate))).toEqual(new Set(['53300']));
  });

  test.each(['mysql', 'mariadb'] as const)('%s answers 1040', (id) => {
    expect(engines[id].errors).toMatchObject([{ code: 1040, sqlstate: '08004', message: 'Too many connections' }]);
  });
});

test('every fact with a figure has a source', () => {
  const facts = all.flatMap(({ maxConnections, reservations, errors, connectionMemory, notes }) => [
    ...(maxConnections.default === null ? [] : [maxConnections]),
    ...reservations,
    ...errors,
    ...connectionMemory,
    ...notes,
  ]);
  expect(facts.filter(({ sources }) => sources.length === 0)).toEqual([]);
});

test('memory of a connection is a range, from 1 to 10 MB where PostgreSQL was asked for it', () => {
  const ranges = all.flatMap(({ connectionMemory }) => connectionMemory);
  expect(ranges.filter(({ lowBytes, highBytes }) => lowBytes > highBytes)).toEqual([]);
  const postgres = engines.postgres.connectionMemory.map(({ highBytes }) => highBytes);
  expect(Math.min(...postgres)).toBeGreaterThan(1e6);
  expect(Math.max(...postgres)).toBe(10e6);
});
