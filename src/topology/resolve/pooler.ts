import { defaultOf, neededRoles } from '../../catalog/poolers/arithmetic.ts';
import { findPooler } from '../../catalog/poolers/index.ts';
import { pgbouncer } from '../../catalog/poolers/pgbouncer.ts';
import type { PoolerKind, PoolerParameter, PoolerRole, PoolMode } from '../../catalog/types.ts';
import type { Report } from '../problem-collector.ts';
import { commonPoolerKeys, type PoolerInput } from '../schema/pooler.ts';
import { listed, most } from '../schema/values.ts';
import type { Segments } from '../segments.ts';
import type { Database, Pooler, PoolerEntry } from '../types.ts';
import { grouped } from '../units.ts';
import { resolveDeployable } from './deployable.ts';
import type { NamedEntries } from './names.ts';

type Limits = Pick<
  Pooler,
  | 'poolSize'
  | 'minPoolSize'
  | 'reservePoolSize'
  | 'maxClientConn'
  | 'maxDbConnections'
  | 'maxUserConnections'
  | 'serverLimit'
  | 'percentOfDatabase'
  | 'preparedStatements'
>;

/** Parameters that may be without a bound. */
const limits: ReadonlySet<PoolerRole> = new Set([
  'pool_size',
  'client_limit',
  'database_limit',
  'user_limit',
  'server_limit',
]);

const commonKeys = Object.keys(commonPoolerKeys);

/** Completes a pooler with its kind's defaults. Null when no database stands behind it. */
export function resolvePooler(
  name: string,
  input: PoolerInput,
  at: Segments,
  names: NamedEntries,
  databases: ReadonlyMap<string, Database>,
  report: Report,
): Pooler | null {
  const kind = findPooler(input.kind ?? 'pgbouncer') ?? pgbouncer;
  const to = resolveDatabaseName(input.to, at, names, report);
  const deploy = input.deploy ?? (kind.hosted ? 'none' : undefined);
  const deployable = resolveDeployable({ ...input, deploy, nodes: input.nodes ?? 1 }, at, report);
  const mode = resolveMode(input.mode, kind, at, report);
  const values = report.gaveUp([...at, 'kind']) ? new Map() : readParameters(input, kind, at, report);
  if (to === null) return null;
  return {
    name,
    kind: kind.id,
    counting: kind.counting,
    per: kind.per,
    to,
    mode,
    ...deployable,
    ...limitsOf(values, kind, databases.get(to) ?? null, at, report),
    pairs: input.pairs ?? null,
    databases: entriesOf(input),
    breaks: kind.breaks,
    settings: Object.fromEntries(kind.parameters.map(({ role, key }) => [role, key])),
  };
}

function resolveDatabaseName(to: string | undefined, at: Segments, names: NamedEntries, report: Report): string | null {
  const path = [...at, 'to'];
  if (to === undefined) {
    const [only, ...others] = names.databases;
    if (only !== undefined && others.length === 0) return only;
    report.missing(path, `the database behind it: ${listed(names.databases)}`);
    return null;
  }
  const kind = names.kinds.get(to);
  if (kind === 'database') return to;
  if (kind === undefined) report.unknownName(path, 'database', names.databases);
  else
    report.problem(
      path,
      `\`${to}\` is a ${kind}; a pooler stands in front of a database`,
      `Expected ${listed(names.databases)}.`,
    );
  return null;
}

function resolveMode(given: PoolMode | undefined, kind: PoolerKind, at: Segments, report: Report): PoolMode {
  const path = [...at, 'mode'];
  if (given !== undefined) {
    if (!kind.modes.includes(given)) {
      report.problem(path, `${kind.name} has no mode \`${given}\``, `Expected ${listed(kind.modes)}.`);
    }
    return given;
  }
  if (kind.defaultMode === null) report.missing(path, `${listed(kind.modes)}: ${kind.name} has no default`);
  else if (kind.modes.length > 1) report.assume(path, kind.defaultMode, `the default of ${kind.name}`);
  return kind.defaultMode ?? 'session';
}

/** The parameters of the kind that the file gives, by role; Infinity for no bound. */
function readParameters(input: PoolerInput, kind: PoolerKind, at: Segments, report: Report): Map<PoolerRole, number> {
  const values = new Map<PoolerRole, number>();
  const given: Readonly<Record<string, unknown>> = input;
  for (const key of Object.keys(given)) {
    if (commonKeys.includes(key)) continue;
    const parameter = kind.parameters.find((each) => each.key === key);
    if (parameter === undefined) {
      report.unknownKey([...at, key], [...commonKeys, ...kind.parameters.map((each) => each.key)]);
      continue;
    }
    const value = readParameter(parameter, given[key]);
    if (value !== null) values.set(parameter.role, value);
    else {
      const unlimited = limits.has(parameter.role) ? ', or unlimited' : '';
      report.wrong([...at, key], `a whole number from 0 to ${grouped(greatest(parameter.role))}${unlimited}`);
    }
  }
  return values;
}

/** What a file gives for a parameter: Infinity for no bound, null for what is no value of it. */
function readParameter({ role, unlimitedAt }: PoolerParameter, given: unknown): number | null {
  if (given === unlimitedAt || (given === 'unlimited' && limits.has(role))) return Number.POSITIVE_INFINITY;
  return typeof given === 'number' && given >= 0 && given <= greatest(role) ? given : null;
}

function greatest(role: PoolerRole): number {
  return role === 'percent_of_database' ? 100 : most;
}

/** Defaults that decide the figures are reported; `0` and `no limit` for what is only an addition are not. */
function limitsOf(
  values: ReadonlyMap<PoolerRole, number>,
  kind: PoolerKind,
  database: Database | null,
  at: Segments,
  report: Report,
): Limits {
  const reported = new Set<PoolerRole>([...neededRoles[kind.counting], 'client_limit']);
  const settingOf = (role: PoolerRole, absent: number): number => {
    const parameter = kind.parameters.find((each) => each.role === role);
    const value =
      values.get(role) ?? (parameter === undefined ? absent : defaultOf(parameter, database?.engine ?? 'postgres'));
    if (value === null && neededRoles[kind.counting].includes(role)) {
      report.missing([...at, parameter?.key ?? role], `the setting of ${kind.name}, whose default is unknown`);
    } else if (value !== null && !values.has(role) && parameter !== undefined && reported.has(role)) {
      const shown = value === Number.POSITIVE_INFINITY ? 'unlimited' : `${value}`;
      report.assume([...at, parameter.key], shown, `the default of ${kind.name}`);
    }
    return value ?? Number.POSITIVE_INFINITY;
  };
  const children = kind.counting === 'children' ? settingOf('children', 0) : null;
  const kept = children === null ? null : children * settingOf('pools_per_child', 1);
  const percent = kind.counting === 'percent_of_database' ? settingOf('percent_of_database', 100) : null;
  const share =
    percent === null || percent === 0 ? percent : Math.floor(((database?.maxConnections ?? 0) * percent) / 100);
  return {
    poolSize: kept ?? settingOf('pool_size', Number.POSITIVE_INFINITY),
    minPoolSize: settingOf('min_pool_size', 0),
    reservePoolSize: settingOf('reserve_pool_size', 0),
    maxClientConn: children ?? settingOf('client_limit', Number.POSITIVE_INFINITY),
    maxDbConnections: settingOf('database_limit', Number.POSITIVE_INFINITY),
    maxUserConnections: settingOf('user_limit', Number.POSITIVE_INFINITY),
    serverLimit: kept ?? share ?? settingOf('server_limit', Number.POSITIVE_INFINITY),
    percentOfDatabase: percent,
    preparedStatements: settingOf('prepared_statements', 0),
  };
}

function entriesOf(input: PoolerInput): PoolerEntry[] {
  return Object.entries(input.databases ?? {}).map(([dbname, entry]) => ({
    dbname,
    poolSize: entry.pool_size ?? null,
    minPoolSize: entry.min_pool_size ?? null,
    reservePoolSize: entry.reserve_pool_size ?? null,
    maxDbConnections: entry.max_db_connections === 0 ? Number.POSITIVE_INFINITY : (entry.max_db_connections ?? null),
  }));
}
