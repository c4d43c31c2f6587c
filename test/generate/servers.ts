import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Folders in which packages put servers that are not on everybody's path. */
const folders = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/sbin',
  ...(existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
    : []),
];

const find = (program: string): string | undefined =>
  folders.map((folder) => join(folder, program)).find((file) => existsSync(file));

/** What of some programs is not on this machine; nothing if all are. */
export const missing = (programs: readonly string[]): string =>
  programs.filter((program) => find(program) === undefined).join(' and ');

/** Servers refuse to run as root: they get the user nobody, who owns nothing. */
const nobody = 65534;
const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
  return spawnSync(find(program) ?? program, args, {
    ...user,
    env: { ...process.env, ...env },
    cwd: tmpdir(),
    encoding: 'utf8',
    // A server that stays keeps what it inherits open.
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
}

function succeed(program: string, args: readonly string[], env?: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = run(program, args, env);
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}${stdout}`);
  return stdout;
}

/** A server that listens on a socket in a folder of its own, and on no port. */
export interface Server {
  readonly folder: string;
  /** Rows of a query, values as text. */
  readonly query: (text: string, as: { readonly user: string; readonly database: string }) => readonly string[][];
  /** Runs a file of statements. */
  readonly load: (text: string) => void;
  readonly stop: () => void;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'server-'));
  chmodSync(folder, 0o700);
  if (user.uid !== undefined) chownSync(folder, nobody, nobody);
  return folder;
}

function write(folder: string, name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  if (user.uid !== undefined) chownSync(file, nobody, nobody);
  return file;
}

const psql = (folder: string, database: string, name: string, args: readonly string[]): string =>
  succeed('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-F', '\x1f', ...args], {
    PGHOST: folder,
    PGPORT: '5432',
    PGUSER: name,
    PGDATABASE: database,
    PGCLIENTENCODING: 'UTF8',
  });

const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\x1f'));

function server(folder: string, stop: () => void): Server {
  return {
    folder,
    query: (text, as) => rows(psql(folder, as.database, as.user, ['-c', text])),
    load: (text) => {
      psql(folder, 'postgres', 'postgres', ['-f', write(folder, 'load.sql', text)]);
    },
    stop: () => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A PostgreSQL server of its own, empty, which includes a generated file. */
export function startPostgres(generated: string): Server {
  const folder = newFolder();
  const data = join(folder, 'data');
  succeed('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync', '--locale=C', '-E', 'UTF8']);
  appendFileSync(join(data, 'postgresql.conf'), `include '${write(folder, 'generated.conf', generated)}'\n`);
  const options = `-c listen_addresses= -c fsync=off -c unix_socket_directories=${folder}`;
  succeed('pg_ctl', ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options]);
  return server(folder, () => succeed('pg_ctl', ['stop', '-D', data, '-m', 'immediate']));
}

/** A PgBouncer that includes a generated file and lets these users in; `boss` may use its console. */
export function startPgbouncer(generated: string, users: readonly string[]): Server {
  const folder = newFolder();
  const list = [...users, 'boss'].map((name) => `"${name.replaceAll('"', '""')}" ""\n`).join('');
  const ini = `%include ${write(folder, 'generated.ini', generated)}
unix_socket_dir = ${folder}
listen_port = 5432
auth_type = trust
auth_file = ${write(folder, 'users.txt', list)}
admin_users = boss
logfile = ${join(folder, 'log')}
pidfile = ${join(folder, 'pid')}
`;
  const { status, stderr } = run('pgbouncer', ['-d', write(folder, 'pgbouncer.ini', ini)]);
  if (status !== 0) throw new Error(`pgbouncer ended with ${status}: ${stderr}`);
  return server(folder, () => process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGINT'));
}
