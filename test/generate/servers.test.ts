import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { engines } from '../../src/catalog/engines/index.ts';
import type { Source } from '../../src/generate/types.ts';
import { parseGolden } from '../cli/golden.ts';
import { hostileTopologies } from './arbitrary.ts';
import { readLimits } from './readers.ts';
import { missing, type Server, startPgbouncer, startPostgres } from './servers.ts';
import { generated, sourceOf, topologyOf } from './source.ts';

const { files } = parseGolden(readFileSync('test/cli/runs/generate-pgbouncer.txt', 'utf8'));
const shop = (): Source => sourceOf(topologyOf(files['shop.yml'] ?? '', 'shop.yml'));

/** A server that leaves one connection to `web`. */
const small = (): Source =>
  sourceOf(
    topologyOf(`
database: { max_connections: 60, superuser_reserved_connections: 7, version: 15 }
services:
  web: { nodes: 1, pool: 1, deploy: none, dbname: postgres }
`),
  );

/** Runs where the programs are, and says where they are not. */
const where = (programs: readonly string[]) => {
  const absent = missing(programs);
  return absent === '' ? { describe, note: '' } : { describe: describe.skip, note: ` (skipped: no ${absent} here)` };
};

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const boss = { user: 'postgres', database: 'postgres' };
const slow = 120_000;

const postgres = where(['initdb', 'pg_ctl', 'psql']);
postgres.describe(`a real PostgreSQL${postgres.note}`, () => {
  let server: Server;
  beforeAll(() => {
    server = startPostgres(generated('postgresql', small()));
  }, slow);
  afterAll(() => server?.stop());

  const limits = (what: string, name: string): number => {
    const [column, table] = what === 'ROLE' ? ['rolconnlimit', 'pg_roles'] : ['datconnlimit', 'pg_database'];
    const literal = `'${name.replaceAll("'", "''")}'`;
    const key = what === 'ROLE' ? 'rolname' : 'datname';
    return Number(server.query(`SELECT ${column} FROM ${table} WHERE ${key} = ${literal}`, boss)[0]?.[0]);
  };

  test(
    'takes sql for names of any kind, and has the limits then',
    () => {
      const [topology] = fc.sample(hostileTopologies(), { numRuns: 1, seed: 7 });
      const sql = generated('sql', sourceOf(topology as NonNullable<typeof topology>));
      const expected = readLimits(sql);
      for (const { what, name } of expected) server.load(`CREATE ${what} ${quoted(name)};`);
      server.load(sql);
      expect(expected.map(({ what, name }) => limits(what, name))).toEqual(expected.map(({ limit }) => limit));
    },
    slow,
  );

  test('has the settings of postgresql', () => {
    const shown = (name: string) => server.query(`SHOW ${name}`, boss)[0]?.[0];
    expect([shown('max_connections'), shown('superuser_reserved_connections')]).toEqual(['60', '7']);
  });

  test('refuses the first connection beyond the limit of sql, with the text that the catalog has for it', () => {
    server.load('CREATE ROLE web LOGIN;');
    server.load(generated('sql', small()));
    // A second psql inside the session of the first.
    const refused = server.query("\\! psql -X -c 'SELECT 1' 2>&1", { user: 'web', database: 'postgres' });
    const [error] = engines.postgres.errors.filter(({ limit }) => limit === 'role');
    expect(refused.join()).toContain(error?.message.replace('%s', 'web'));
  });

  const bouncer = where(['pgbouncer']);
  bouncer.describe(`behind a real PgBouncer${bouncer.note}`, () => {
    let pooler: Server;
    beforeAll(() => {
      server.load('CREATE ROLE app LOGIN;\nCREATE DATABASE shop;\nCREATE DATABASE reports;');
      server.load(generated('sql', shop()));
      pooler = startPgbouncer(generated('pgbouncer', { ...shop(), host: server.folder }), ['app']);
    }, slow);
    afterAll(() => pooler?.stop());

    const shown = (what: string) => pooler.query(`SHOW ${what}`, { user: 'boss', database: 'pgbouncer' });

    test('it has the settings', () => {
      const config = Object.fromEntries(shown('CONFIG'));
      const names = ['pool_mode', 'max_client_conn', 'default_pool_size', 'reserve_pool_size', 'max_db_connections'];
      expect(names.map((name) => config[name])).toEqual(['transaction', '500', '20', '5', '60']);
    });

    test('it has the databases with their sizes', () => {
      // name, host, port, database, force_user, pool_size, min_pool_size, reserve_pool, pool_mode, max_connections
      const databases = shown('DATABASES').filter(([name]) => name !== 'pgbouncer');
      const sizes = databases.map((row) => [0, 1, 3, 5, 7, 9].map((column) => row[column]));
      expect(sizes).toEqual([
        ['reports', server.folder, 'reports', '5', '0', '60'],
        ['shop', server.folder, 'shop', '20', '5', '60'],
      ]);
    });

    test('a query comes through, with the limits in force', () => {
      const query = 'SELECT current_database(), rolconnlimit FROM pg_roles WHERE rolname = current_user';
      expect(pooler.query(query, { user: 'app', database: 'shop' })).toEqual([['shop', '159']]);
    });
  });
});
