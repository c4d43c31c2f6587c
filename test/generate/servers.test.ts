import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { engines } from '../../src/catalog/engines/index.ts';
import type { GenerateSource } from '../../src/generate/types.ts';
import { parseGolden } from '../cli/golden.ts';
import { hostileTopologies, plainNames } from './arbitrary.ts';
import { where } from './programs.ts';
import { readConnection, readIni, readLimits } from './readers.ts';
import { hasPostgres, type Server, startPgbouncer, startPostgres } from './servers.ts';
import { generated, sourceOf, topologyOf } from './source.ts';

jest.setTimeout(120_000);

const { files } = parseGolden(readFileSync('test/cli/runs/generate-pgbouncer.txt', 'utf8'));
const shop = (): GenerateSource => sourceOf(topologyOf(files['shop.yml'] ?? '', 'shop.yml'));

/** A server that leaves one connection to `web`. */
const small = (): GenerateSource =>
  sourceOf(
    topologyOf(`
database: { max_connections: 60, superuser_reserved_connections: 7, reserved_connections: 5, version: 18 }
services:
  web: { nodes: 1, pool: 1, deploy: none, dbname: postgres }
`),
  );

const some = (dbname?: typeof plainNames): GenerateSource[] =>
  fc.sample(hostileTopologies(dbname), { numRuns: 3, seed: 7 }).map(sourceOf);

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

const bouncer = where('pgbouncer');

where('PostgreSQL of npm', hasPostgres).describe('a real PostgreSQL', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startPostgres(generated('postgresql', small()));
  });
  afterAll(() => server?.stop());

  const limits = `
    SELECT * FROM (
      SELECT 'ROLE', rolname, rolconnlimit FROM pg_roles UNION SELECT 'DATABASE', datname, datconnlimit FROM pg_database
    ) AS every (what, name, "limit") WHERE "limit" <> -1`;

  test('takes sql for names of any kind, and has these limits then, and no other', async () => {
    for (const source of some()) {
      const sql = generated('sql', source);
      const expected = readLimits(sql);
      for (const { what, name } of expected) await server.query(`CREATE ${what} ${quoted(name)}`);
      await server.query(sql);
      const rows = await server.query(limits);
      expect(rows).toEqual(expect.arrayContaining(expected));
      expect(rows).toHaveLength(expected.length);
      for (const { what, name } of expected) await server.query(`DROP ${what} ${quoted(name)}`);
    }
  });

  /** What the server reads in a file. */
  const settings = async (text: string) => {
    writeFileSync(join(server.folder, 'generated.conf'), text);
    const read = "SELECT name, setting FROM pg_file_settings WHERE sourcefile LIKE '%/generated.conf'";
    return (await server.query(read)).map(({ name, setting }) => [name, setting]);
  };

  test('reads the settings of postgresql, wherever the topology came from', async () => {
    for (const source of some()) {
      expect(await settings(generated('postgresql', source))).toEqual([
        ['max_connections', '5000'],
        ['superuser_reserved_connections', '3'],
        ['reserved_connections', '0'],
      ]);
    }
  });

  test('has the settings of postgresql it was started with', async () => {
    const names = ['max_connections', 'superuser_reserved_connections', 'reserved_connections'];
    const shown = await Promise.all(names.map((name) => server.query(`SHOW ${name}`)));
    expect(shown).toEqual([
      [{ max_connections: '60' }],
      [{ superuser_reserved_connections: '7' }],
      [{ reserved_connections: '5' }],
    ]);
  });

  test('refuses the first connection beyond the limit of sql, with the text that the catalog has for it', async () => {
    await server.query('CREATE ROLE web LOGIN');
    await server.query(generated('sql', small()));
    const web = { user: 'web', database: 'postgres' };
    const first = await server.connect(web);
    const [error] = engines.postgres.errors.filter(({ limit }) => limit === 'role');
    await expect(server.connect(web)).rejects.toThrow(error?.message.replace('%s', 'web'));
    await first.end();
  });

  test('refuses statements and settings that are none', async () => {
    await expect(server.query('ALTER ROLE "postgres CONNECTION LIMIT 7;')).rejects.toThrow('unterminated');
    expect(await settings('max_connections = 5 0\n')).toEqual([[null, null]]);
  });

  bouncer.describe('behind a real PgBouncer', () => {
    let pooler: Server;
    beforeAll(async () => {
      await server.query('CREATE ROLE app LOGIN');
      for (const name of ['shop', 'reports']) await server.query(`CREATE DATABASE ${name}`);
      await server.query(generated('sql', shop()));
      pooler = await startPgbouncer(generated('pgbouncer', { ...shop(), host: server.folder }), ['app']);
    });
    afterAll(() => pooler?.stop());

    test('it has the settings', async () => {
      const config = Object.fromEntries((await shown(pooler, 'CONFIG')).map(({ key, value }) => [key, value]));
      expect(config).toMatchObject({
        pool_mode: 'transaction',
        max_client_conn: '500',
        default_pool_size: '20',
        reserve_pool_size: '5',
        max_db_connections: '60',
      });
    });

    test('it has the databases with their sizes', async () => {
      const sizes = { host: server.folder, max_connections: 60 };
      expect(await databases(pooler)).toMatchObject([
        { ...sizes, name: 'reports', database: 'reports', pool_size: 5, reserve_pool: 0 },
        { ...sizes, name: 'shop', database: 'shop', pool_size: 20, reserve_pool: 5 },
      ]);
    });

    test('a query comes through, with the limits in force', async () => {
      const query = 'SELECT current_database(), rolconnlimit FROM pg_roles WHERE rolname = current_user';
      const rows = await pooler.query(query, { user: 'app', database: 'shop' });
      expect(rows).toEqual([{ current_database: 'shop', rolconnlimit: 159 }]);
    });
  });
});

/** What the console of a PgBouncer shows. */
const shown = (pooler: Server, what: string) => pooler.query(`SHOW ${what}`, { user: 'boss', database: 'pgbouncer' });

const databases = async (pooler: Server) =>
  (await shown(pooler, 'DATABASES')).filter(({ name }) => name !== 'pgbouncer');

bouncer.describe('a real PgBouncer', () => {
  test('reads what the reader reads, for names of any kind that it takes', async () => {
    for (const source of some(plainNames)) {
      const ini = generated('pgbouncer', source);
      const pooler = await startPgbouncer(ini, []);
      const entries = [...(readIni(ini).get('databases') ?? [])].map(([name, text]) => {
        const { host, dbname } = readConnection(text);
        return { name, host, database: dbname, pool_size: 7 };
      });
      const rows = await databases(pooler);
      await pooler.stop();
      expect(rows).toHaveLength(entries.length);
      for (const entry of entries) expect(rows).toContainEqual(expect.objectContaining(entry));
    }
  });

  test('refuses a file with a line that is none', async () => {
    await expect(startPgbouncer('[pgbouncer]\npool_mode\n', [])).rejects.toThrow('syntax error');
  });
});
