import type { DatabaseBudget } from '../budget/types.ts';
import type { Database, Topology } from '../topology/types.ts';
import { comment } from './comment.ts';
import { logicalDatabasesOf, type Reach, rolesOf } from './reach.ts';
import { type GenerateSource, type GenerateTarget, NotWritable } from './types.ts';
import { undeclaredPooler, usesOf } from './uses.ts';

/**
 * The budget enforced by the server: each role and logical database gets what it holds in its own worst scenario, so no
 * scenario that was planned is refused, and nothing can take more. (PostgreSQL: superusers have no such limits.)
 */
export const sql: GenerateTarget = {
  name: 'sql',
  about: 'PostgreSQL: CONNECTION LIMIT of roles and logical databases',
  comment: '--',
  of: 'database',
  engines: ['postgres'],
  reach: true,
  several: false,
  lines: (databases, source) => databases.flatMap((database) => statements(database, source)),
};

function statements(database: Database, { budget, topology }: GenerateSource): string[] {
  verify(database, topology);
  const own = budget.databases.find(({ name }) => name === database.name) as DatabaseBudget;
  const others = database.otherClients.reduce((sum, { count }) => sum + count, 0);
  const uses = usesOf(topology, database.name);
  const servicesOf = (role: string) => [...new Set(uses.filter(({ user }) => user === role).map((use) => use.service))];
  return [
    '',
    ...comment('--', 'Run it as a superuser, or as a role that may alter these. It closes no session.'),
    ...(others > 0 ? ['', ...comment('--', otherClients(database))] : []),
    ...rolesOf(own).flatMap((each) => limit('ROLE', each, 0, servicesOf(each.name).join(', '))),
    ...logicalDatabasesOf(own).flatMap((each) => limit('DATABASE', each, others, null)),
  ];
}

/** Throws NotWritable where connections are planned of which nobody says whose they are. */
function verify({ name }: Database, topology: Topology): void {
  const pooler = undeclaredPooler(topology, name);
  if (pooler !== null) {
    throw new NotWritable(
      `poolers.${pooler.name}.pairs is ${pooler.pairs}, and services declare ${pooler.declared} of them: the roles of the others are not known, so limits might shut them out; declare them as services`,
    );
  }
}

function otherClients({ otherClients }: Database): string {
  const listed = otherClients.map(({ name, count }) => `${name} ${count}`).join(', ');
  return `Other clients (${listed}) log in as roles and to databases that the topology does not name: every database has room for them, no role has.`;
}

function limit(what: 'ROLE' | 'DATABASE', reach: Reach, others: number, services: string | null): string[] {
  const all = reach.connections + others;
  const sum = others > 0 ? `${reach.connections} + ${others} other clients` : `${all}`;
  const reason = all === Infinity ? 'no limit, because a pool has no bound' : `${sum} at most, in ${reach.scenario}`;
  return [
    '',
    ...comment('--', services === null ? reason : `${services}: ${reason}`),
    `ALTER ${what} ${identifier(reach.name)} CONNECTION LIMIT ${all === Infinity ? -1 : all};`,
  ];
}

/** A name as PostgreSQL reads it, whatever is in it. */
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
