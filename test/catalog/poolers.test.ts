import { describe, expect, test } from '@jest/globals';
import { features, isFeature } from '../../src/catalog/features.ts';
import { defaultOf, neededRoles } from '../../src/catalog/poolers/arithmetic.ts';
import { findPooler, poolers } from '../../src/catalog/poolers/index.ts';
import type { Breakage, FeatureId, PoolerKind, PoolMode } from '../../src/catalog/types.ts';

function pooler(id: string): PoolerKind {
  const found = findPooler(id);
  if (!found) throw new Error(`no pooler ${id}`);
  return found;
}

function parameter(id: string, key: string) {
  const found = pooler(id).parameters.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`${id} has no parameter ${key}`);
  return found;
}

function breakage(id: string, feature: FeatureId, mode: PoolMode): Breakage | undefined {
  return pooler(id).breaks.find((candidate) => candidate.feature === feature && candidate.modes.includes(mode));
}

describe('every pooler', () => {
  test('has an id of its own', () => {
    const ids = poolers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([
      'pgbouncer',
      'pgcat',
      'odyssey',
      'pgdog',
      'supavisor',
      'pgpool',
      'rds-proxy',
      'gcp-managed-pooling',
      'azure-pgbouncer',
      'heroku-pgbouncer',
      'proxysql',
      'maxscale',
      'haproxy',
    ]);
  });

  test.each(poolers)('$id has a source for every fact', (kind) => {
    for (const fact of [kind, ...kind.parameters, ...kind.breaks, ...kind.errors, ...kind.notes]) {
      expect(fact.sources.length).toBeGreaterThan(0);
      expect(fact.certainty).not.toBe('');
    }
  });

  test.each(poolers)('$id has one parameter for each role that its counting rule needs, and none twice', (kind) => {
    const roles = kind.parameters.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining([...neededRoles[kind.counting]]));
    expect(new Set(roles).size).toBe(roles.length);
    for (const { key } of kind.parameters) expect(key).toMatch(/^[a-z][a-z_]*$/);
  });

  test.each(poolers)('$id has a default among its modes unless it insists on a choice', (kind) => {
    expect(new Set(kind.modes).size).toBe(kind.modes.length);
    if (kind.defaultMode) expect(kind.modes).toContain(kind.defaultMode);
    else expect(['odyssey', 'supavisor']).toContain(kind.id);
  });

  test.each(poolers)('$id breaks known features in modes that it has, each once a mode', (kind) => {
    const pairs = kind.breaks.flatMap(({ feature, modes }) => modes.map((mode) => `${feature} in ${mode}`));
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { feature, modes, engines, survives } of kind.breaks) {
      expect(isFeature(feature)).toBe(true);
      expect(kind.modes).toEqual(expect.arrayContaining([...modes]));
      expect(modes).not.toContain('session');
      if (engines) expect(kind.engines).toEqual(expect.arrayContaining([...engines]));
      if (survives) expect(parameter(kind.id, survives.parameter).role).toBe('prepared_statements');
    }
  });
});

describe('defaults, read in the facts', () => {
  test.each([
    ['pgbouncer', 'default_pool_size', 20],
    ['pgbouncer', 'min_pool_size', 0],
    ['pgbouncer', 'reserve_pool_size', 0],
    ['pgbouncer', 'max_client_conn', 100],
    ['pgbouncer', 'max_db_connections', 'unlimited'],
    ['pgbouncer', 'max_user_connections', 'unlimited'],
    ['pgbouncer', 'max_prepared_statements', 200],
    ['odyssey', 'pool_size', 'unlimited'],
    ['pgcat', 'pool_size', null],
    ['pgdog', 'default_pool_size', 10],
    ['pgdog', 'min_pool_size', 1],
    ['supavisor', 'default_pool_size', 15],
    ['supavisor', 'default_max_clients', 1000],
    ['pgpool', 'num_init_children', 32],
    ['pgpool', 'max_pool', 4],
    ['rds-proxy', 'max_connections_percent', 100],
    ['gcp-managed-pooling', 'max_pool_size', null],
    ['azure-pgbouncer', 'default_pool_size', 50],
    ['azure-pgbouncer', 'max_client_conn', 5000],
    ['azure-pgbouncer', 'max_prepared_statements', 0],
    ['heroku-pgbouncer', 'default_pool_size', 250],
    ['proxysql', 'mysql_servers_max_connections', 1000],
    ['proxysql', 'mysql_max_connections', 10000],
    ['maxscale', 'max_routing_connections', 'unlimited'],
    ['haproxy', 'server_maxconn', 'unlimited'],
  ])('%s %s is %s', (id, key, value) => {
    expect(parameter(id, key).default).toBe(value);
  });

  test('a default may follow the engine; no bound is Infinity', () => {
    expect(defaultOf(parameter('rds-proxy', 'max_connections_percent'), 'sqlserver')).toBe(10);
    expect(defaultOf(parameter('rds-proxy', 'max_connections_percent'), 'postgres')).toBe(100);
    expect(defaultOf(parameter('odyssey', 'pool_size'), 'postgres')).toBe(Number.POSITIVE_INFINITY);
    expect(defaultOf(parameter('pgcat', 'pool_size'), 'postgres')).toBeNull();
  });

  test.each([
    ['pgbouncer', 'session'],
    ['pgcat', 'transaction'],
    ['pgdog', 'transaction'],
    ['azure-pgbouncer', 'transaction'],
    ['gcp-managed-pooling', 'transaction'],
    ['odyssey', null],
    ['supavisor', null],
  ])('%s pools in %s mode by default', (id, mode) => {
    expect(pooler(id).defaultMode).toBe(mode);
  });

  test('nodes do not multiply the pools of Supavisor and RDS Proxy', () => {
    expect(poolers.filter(({ per }) => per === 'cluster').map(({ id }) => id)).toEqual(['supavisor', 'rds-proxy']);
  });

  test("Heroku's pool size is one user's observation", () => {
    expect(parameter('heroku-pgbouncer', 'default_pool_size').certainty).toBe('observed');
  });
});

describe('what a mode breaks', () => {
  test('session state does not survive transaction mode of PgBouncer', () => {
    for (const feature of [
      'session_set',
      'listen',
      'sql_prepare',
      'advisory_locks',
      'temporary_tables',
      'with_hold_cursors',
      'load',
    ] as const) {
      expect(breakage('pgbouncer', feature, 'transaction')).toMatchObject({ effect: 'breaks' });
      expect(breakage('pgbouncer', feature, 'transaction')?.survives).toBeUndefined();
      expect(breakage('pgbouncer', feature, 'session')).toBeUndefined();
    }
  });

  test('protocol-level prepared statements depend on version and setting', () => {
    const survives = (id: string) => breakage(id, 'protocol_prepared_statements', 'transaction')?.survives;
    expect(survives('pgbouncer')).toEqual({
      parameter: 'max_prepared_statements',
      since: '1.21',
      defaultSince: '1.24',
    });
    expect(survives('azure-pgbouncer')?.defaultSince).toBeNull();
    expect(survives('odyssey')?.parameter).toBe('pool_reserve_prepared_statement');
    expect(breakage('supavisor', 'protocol_prepared_statements', 'transaction')?.effect).toBe('breaks');
    expect(breakage('pgdog', 'protocol_prepared_statements', 'transaction')).toBeUndefined();
  });

  test('transactions break in statement mode only', () => {
    expect(breakage('pgbouncer', 'transactions', 'statement')?.effect).toBe('breaks');
    expect(breakage('pgbouncer', 'transactions', 'transaction')).toBeUndefined();
  });

  test('RDS Proxy and ProxySQL break nothing: they pin', () => {
    for (const id of ['rds-proxy', 'proxysql']) {
      expect(new Set(pooler(id).breaks.map(({ effect }) => effect))).toEqual(new Set(['pins']));
    }
    expect(breakage('rds-proxy', 'sequence_functions', 'transaction')?.engines).toEqual(['postgres']);
  });

  test('every feature says what it is and what to do instead', () => {
    for (const { what, instead } of Object.values(features)) {
      expect(what).not.toBe('');
      expect(instead).not.toBe('');
    }
    expect(isFeature('listen')).toBe(true);
    expect(isFeature('toString')).toBe(false);
  });
});
