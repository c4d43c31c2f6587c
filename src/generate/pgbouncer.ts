import type { Pooler, PoolerEntry, Topology } from '../topology/types.ts';
import { comment } from './comment.ts';
import { whyOf } from './settings.ts';
import { type GenerateSource, type GenerateTarget, NotWritable } from './types.ts';
import { declaredPairs, usesOf } from './uses.ts';

/** An ini file with the sizes of one PgBouncer, for `%include` in the one that has its addresses and authentication. */
export const pgbouncer: GenerateTarget = {
  name: 'pgbouncer',
  about: 'pgbouncer.ini: databases, pool sizes, limits, file descriptors',
  comment: ';',
  of: 'pooler',
  kinds: ['pgbouncer'],
  lines: (pooler, source) => ['', ...comment(';', use), ...databases(pooler, source), ...settings(pooler, source)],
};

/** A section that begins a second time has all its settings back at their defaults. (libusual, cfparser.c, fill_defaults.) */
const use =
  'In pgbouncer.ini, %include this file first; addresses, authentication and logs follow right after it, without a second [pgbouncer] line, which would set all of this back to defaults.';

function databases(pooler: Pooler, { topology, host }: GenerateSource): string[] {
  const uses = usesOf(topology, pooler.name);
  const names = new Set([...uses.map(({ dbname }) => dbname), ...pooler.databases.map(({ dbname }) => dbname)]);
  const entries = [...names].flatMap((dbname) => {
    const users = new Set(uses.filter((use) => use.dbname === dbname).map(({ user }) => user));
    const given = pooler.databases.find((entry) => entry.dbname === dbname);
    const as = users.size > 0 ? `Users: ${[...users].join(', ')}` : 'No service of the topology uses it.';
    return [...comment(';', as), `${key(dbname)} = ${connection(pooler.to, dbname, host)}${overrides(given)}`];
  });
  const where =
    host === null
      ? ['', ...comment(';', `${pooler.to} is the server's name in the topology; --host gives its address.`)]
      : [];
  return [...where, '', '[databases]', ...entries];
}

/**
 * The name of an entry. PgBouncer's parser takes these characters alone, and quotes do not help.
 * (https://github.com/pgbouncer/pgbouncer/issues/971)
 */
function key(dbname: string): string {
  if (dbname === 'pgbouncer') throw new NotWritable('PgBouncer keeps the database name pgbouncer for its own console');
  if (/^[\w.-]+$/.test(dbname)) return dbname;
  throw new NotWritable(
    `PgBouncer's configuration cannot name the database ${JSON.stringify(dbname)}: only letters, digits, _ . and - are possible`,
  );
}

function connection(server: string, dbname: string, address: string | null): string {
  const { host, port } = hostAndPort(address ?? server);
  return `host=${value(host)} port=${port} dbname=${value(dbname)}`;
}

/** `db:6432`, `/run/postgresql`, `[::1]:6432`, or `::1`, which has no room for a port. */
function hostAndPort(address: string) {
  const [, bracketed, bare, port = '5432'] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(address) ?? [];
  return { host: bracketed ?? bare ?? address, port };
}

/** A value in a connection string. */
const value = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`);

/** What an entry has for itself. `reserve_pool` is the name that all versions know. */
function overrides(entry: PoolerEntry | undefined): string {
  const values = {
    pool_size: entry?.poolSize,
    min_pool_size: entry?.minPoolSize,
    reserve_pool: entry?.reservePoolSize,
    max_db_connections: entry?.maxDbConnections,
  };
  return Object.entries(values)
    .map(([name, count]) => (count === null || count === undefined ? '' : ` ${name}=${orNone(count)}`))
    .join('');
}

/** PgBouncer's word for no bound is 0. */
const orNone = (count: number): number => (count === Infinity ? 0 : count);

function settings(pooler: Pooler, { topology, settings: recommended }: GenerateSource): string[] {
  const { name, mode, nodes, processes, maxClientConn } = pooler;
  if (maxClientConn === Infinity)
    throw new NotWritable(`poolers.${name}.max_client_conn has no bound, and PgBouncer needs one`);
  const why = (key: string) => {
    const setting = recommended.get(`poolers.${name}.${key}`);
    return comment(';', setting === undefined ? 'as in the topology' : whyOf(setting));
  };
  const prepared = `poolers.${name}.max_prepared_statements`;
  const each = `${nodes} ${nodes === 1 ? 'node' : 'nodes'} x ${processes} ${processes === 1 ? 'process' : 'processes'}`;
  return [
    '',
    '[pgbouncer]',
    ...comment(';', `Every number is for one process (${each}).`),
    `pool_mode = ${mode}`,
    ...why('max_client_conn'),
    `max_client_conn = ${maxClientConn}`,
    ...comment(';', 'For each pair of a user and a database:'),
    ...why('default_pool_size'),
    `default_pool_size = ${orNone(pooler.poolSize)}`,
    `min_pool_size = ${pooler.minPoolSize}`,
    `reserve_pool_size = ${pooler.reservePoolSize}`,
    ...comment(';', 'For each database, for each user; 0 is no limit.'),
    `max_db_connections = ${orNone(pooler.maxDbConnections)}`,
    `max_user_connections = ${orNone(pooler.maxUserConnections)}`,
    ...(topology.origin(prepared).kind === 'given'
      ? [...comment(';', 'PgBouncer 1.21 and later.'), `max_prepared_statements = ${pooler.preparedStatements}`]
      : []),
    '',
    ...comment(';', fileDescriptors(pooler, topology)),
  ];
}

/** One for each client and each server connection (PgBouncer, doc/config.md, max_client_conn), beside its own few. */
function fileDescriptors(pooler: Pooler, topology: Topology): string {
  const { maxClientConn } = pooler;
  const pairs = declaredPairs(topology, pooler);
  const sizes = pairs.map(({ dbname }) => {
    const entry = pooler.databases.find((each) => each.dbname === dbname);
    return (entry?.poolSize ?? pooler.poolSize) + (entry?.reservePoolSize ?? pooler.reservePoolSize);
  });
  const undeclared = Math.max(0, (pooler.pairs ?? 0) - pairs.length);
  const servers =
    sizes.reduce((sum, size) => sum + size, 0) +
    (undeclared === 0 ? 0 : undeclared * (pooler.poolSize + pooler.reservePoolSize));
  const count = pairs.length + undeclared;
  if (servers === Infinity)
    return 'File descriptors: max_client_conn and as many as there are server connections, which no pool size bounds.';
  return `File descriptors of a process: ${maxClientConn} clients + ${servers} server connections of ${count} ${count === 1 ? 'pool' : 'pools'} = ${maxClientConn + servers}, and some for listening and logs (ulimit -n, LimitNOFILE= of systemd).`;
}
