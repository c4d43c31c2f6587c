import type { Report } from '../problem-collector.ts';
import { databaseSchema } from '../schema/database.ts';
import { check, forMany } from '../schema/issues.ts';
import { policySchema, scenarioSchema } from '../schema/policy.ts';
import { poolerSchema } from '../schema/pooler.ts';
import { serviceSchema } from '../schema/service.ts';
import { topKeys } from '../schema/topology.ts';
import { isMap } from '../segments.ts';
import type { Source } from '../source.ts';
import type { Database, Pooler, Service, Topology, UserScenario } from '../types.ts';
import { resolveDatabase } from './database.ts';
import { judged } from './judged.ts';
import { collectNames, entriesOf, type NamedEntries, type NamedEntry, sectionEntries } from './names.ts';
import { resolvePolicy } from './policy.ts';
import { resolvePooler } from './pooler.ts';
import { checkScenarioNames, checkScenarioNodes } from './scenarios.ts';
import { resolveService } from './service.ts';

/** What a topology holds, without where it came from. */
export type Resolved = Pick<Topology, 'databases' | 'poolers' | 'services' | 'policy' | 'scenarios'>;

/**
 * Everything a source says, checked and completed. What has mistakes is reported and left out, and everything else is
 * checked all the same, so that every mistake of a file is found at once.
 */
export function resolveTopology(root: Record<string, unknown>, source: Source, report: Report): Resolved {
  checkTop(root, report);
  const entries = {
    database: entriesOf(root, 'database'),
    pooler: entriesOf(root, 'pooler'),
    service: entriesOf(root, 'service'),
  };
  const names = collectNames(entries, source, report);
  checkNotEmpty(entries, report);
  const databases = resolveDatabases(entries.database, report);
  const poolers = resolvePoolers(entries.pooler, names, databases, report);
  const services = resolveServices(entries.service, names, poolers, report);
  const policy = check(policySchema, isMap(root.policy) ? root.policy : {}, ['policy'], report);
  const resolved = resolvePolicy(policy ?? {});
  return {
    databases: judged([...databases.values()], poolers, services, resolved),
    poolers: [...poolers.values()],
    services,
    policy: resolved,
    scenarios: resolveScenarios(sectionEntries(root, 'scenarios'), names, report),
  };
}

function checkTop(root: Record<string, unknown>, report: Report): void {
  for (const key of Object.keys(root)) {
    if (key.startsWith('x-')) continue;
    if (!topKeys.includes(key)) report.unknownKey([key], topKeys);
    else if (root[key] !== null && !isMap(root[key])) {
      report.wrong([key], 'a map');
      report.giveUp([key]);
    }
  }
}

function checkNotEmpty(
  { database, service }: Readonly<Record<'database' | 'service', readonly NamedEntry[]>>,
  report: Report,
): void {
  if (database.length === 0) {
    report.problem(
      ['databases'],
      'there is no database to plan',
      'Give one, such as `database: { max_connections: 100 }`.',
    );
  }
  if (service.length === 0) {
    report.problem(
      ['services'],
      'there is no service to plan',
      'Give one, such as `services: { web: { nodes: 4, pool: 20 } }`.',
    );
  }
}

function resolveDatabases(entries: readonly NamedEntry[], report: Report): Map<string, Database> {
  const databases = new Map<string, Database>();
  const schema = forMany(databaseSchema, entries.length);
  for (const { name, at, value } of entries) {
    const input = check(schema, value ?? {}, at, report);
    if (input !== null) databases.set(name, resolveDatabase(name, input, at, report));
  }
  return databases;
}

function resolvePoolers(
  entries: readonly NamedEntry[],
  names: NamedEntries,
  databases: ReadonlyMap<string, Database>,
  report: Report,
): Map<string, Pooler> {
  const poolers = new Map<string, Pooler>();
  const schema = forMany(poolerSchema, entries.length);
  for (const { name, at, value } of entries) {
    const input = check(schema, value ?? {}, at, report);
    const pooler = input === null ? null : resolvePooler(name, input, at, names, databases, report);
    if (pooler !== null) poolers.set(name, pooler);
  }
  return poolers;
}

function resolveServices(
  entries: readonly NamedEntry[],
  names: NamedEntries,
  poolers: ReadonlyMap<string, Pooler>,
  report: Report,
): Service[] {
  const services: Service[] = [];
  const schema = forMany(serviceSchema, entries.length);
  for (const { name, at, value } of entries) {
    const input = check(schema, value, at, report, { nodes: 0 });
    if (input !== null) services.push(resolveService(name, input, at, { names, poolers }, report));
  }
  return services;
}

function resolveScenarios(entries: readonly NamedEntry[], names: NamedEntries, report: Report): UserScenario[] {
  checkScenarioNames(entries, report);
  const scenarios: UserScenario[] = [];
  for (const entry of entries) {
    checkScenarioNodes(entry, names, report);
    const input = check(scenarioSchema, entry.value, entry.at, report, { nodes: {} });
    if (input === null) continue;
    scenarios.push({ name: entry.name, nodes: new Map(Object.entries(input.nodes)) });
  }
  return scenarios;
}
