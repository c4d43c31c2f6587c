import type { Database, Topology } from '../topology/types.ts';
import { bytes } from '../words/units.ts';
import { comment } from './comment.ts';
import { whyOf } from './settings.ts';
import { type GenerateSource, type GenerateTarget, NotWritable } from './types.ts';

/** The settings of a PostgreSQL server that decide how many connections there can be. */
export const postgresql: GenerateTarget = {
  name: 'postgresql',
  about: 'postgresql.conf: max_connections, reserved slots, memory',
  comment: '#',
  of: 'database',
  engines: ['postgres'],
  reach: false,
  several: false,
  lines: (databases, source) => databases.flatMap((database) => settings(database, source)),
};

/** The most that PostgreSQL accepts: MAX_BACKENDS. (src/include/storage/procnumber.h) */
const most = 2 ** 18 - 1;

function settings(database: Database, { settings: recommended, topology }: GenerateSource): string[] {
  const { name, maxConnections, superuserReserved, reserved, providerReserved, plan } = database;
  if (maxConnections > most) throw new NotWritable(`PostgreSQL accepts no max_connections above ${most}`);
  if (superuserReserved + reserved >= maxConnections) {
    throw new NotWritable(
      `databases.${name} reserves ${superuserReserved + reserved} of ${maxConnections} connections, and PostgreSQL does not start unless one is left`,
    );
  }
  const setting = recommended.get(`databases.${name}.max_connections`);
  return [
    '',
    ...comment(
      '#',
      'For postgresql.conf, or a file in conf.d. A change takes a restart; a standby needs as many as its primary, and first.',
    ),
    ...(plan === null ? [] : comment('#', `The plan is ${plan}: where the provider keeps this file, set it there.`)),
    '',
    ...(setting === undefined ? [] : comment('#', whyOf(setting))),
    `max_connections = ${maxConnections}`,
    ...comment('#', 'Of them for superusers alone.'),
    `superuser_reserved_connections = ${superuserReserved}`,
    ...reservedLines(database, topology),
    ...(providerReserved > 0 ? comment('#', `The provider keeps ${providerReserved} more for itself.`) : []),
    '',
    ...comment('#', memoryNote(database)),
  ];
}

/** A server before version 16 does not start with this setting, so it is left out where the version is not known. */
function reservedLines({ name, version, reserved }: Database, { origin }: Topology): string[] {
  const isKnown = version !== null && version >= 16 && origin(`databases.${name}.version`).kind !== 'default';
  if (!isKnown && reserved === 0) return [];
  return [
    ...comment('#', 'Of them for pg_use_reserved_connections. PostgreSQL 16 and later.'),
    `reserved_connections = ${reserved}`,
  ];
}

function memoryNote({ maxConnections, backendMemoryBytes, sharedBuffersBytes, memoryBytes }: Database): string {
  const backends = maxConnections * backendMemoryBytes;
  const all = backends + (sharedBuffersBytes ?? 0);
  const buffers =
    sharedBuffersBytes === null ? '' : ` + ${bytes(sharedBuffersBytes)} of shared_buffers = ${bytes(all)}`;
  const of =
    memoryBytes === null ? '' : `, ${all > memoryBytes ? 'MORE THAN' : 'of'} the ${bytes(memoryBytes)} there are`;
  return `Memory with every connection open: ${maxConnections} x ${bytes(backendMemoryBytes)} = ${bytes(backends)} of backends${buffers}${of}. What work_mem takes on top depends on the queries.`;
}
