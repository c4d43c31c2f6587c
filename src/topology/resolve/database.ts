import { isEstimate } from '../../catalog/certainty.ts';
import { engines } from '../../catalog/engines/index.ts';
import { type FoundPlan, findPlan, findProvider, planNames, providerReserved } from '../../catalog/providers/index.ts';
import type { Engine } from '../../catalog/types.ts';
import { appliesTo } from '../../catalog/versions.ts';
import type { Report } from '../problem-collector.ts';
import type { DatabaseInput } from '../schema/database.ts';
import type { Segments } from '../segments.ts';
import type { Database, NamedCount } from '../types.ts';

/** 5 MB in bytes. */
const defaultBackendMemory = 5_000_000;

/** Completes a database with its plan and its engine's defaults. */
export function resolveDatabase(name: string, input: DatabaseInput, at: Segments, report: Report): Database {
  const found = input.plan === undefined ? null : resolvePlan(input.plan, at, report);
  const engine = resolveEngine(input, found, at, report);
  const version = resolveVersion(input, engine, at, report);
  const limit = resolveLimit(input, found, engine, at, report);
  const superuserReserved = reservation('superuser_reserved_connections', input, engine, version, at, report);
  const reserved = reservation('reserved_connections', input, engine, version, at, report);
  const providerSlots =
    input.provider_reserved ??
    (found === null ? 0 : providerReserved(found.provider, version, superuserReserved + reserved));
  checkReserved(limit.maxConnections, superuserReserved + reserved + providerSlots, at, report);
  const memoryBytes = input.memory ?? found?.plan.memoryBytes ?? null;
  if (found !== null) {
    const from = `plan ${found.provider.id}/${found.plan.name}`;
    for (const key of ['provider_reserved', 'memory', 'cores'] as const)
      if (input[key] === undefined) report.catalogued([...at, key], from);
  }
  return {
    name,
    engine: engine.id,
    version,
    plan: input.plan ?? null,
    ...limit,
    superuserReserved,
    reserved,
    providerReserved: providerSlots,
    otherClients: counts(input.other_clients),
    roleLimits: counts(input.role_limits),
    databaseLimits: counts(input.database_limits),
    memoryBytes,
    sharedBuffersBytes: resolveSharedBuffers(input.shared_buffers, memoryBytes, at, report),
    backendMemoryBytes: resolveBackendMemory(input.backend_memory, memoryBytes, at, report),
    cores: input.cores ?? found?.plan.cores ?? null,
    judgedBy: 'worst_case',
  };
}

function resolvePlan(name: string, at: Segments, report: Report): FoundPlan | null {
  const found = findPlan(name);
  if (found !== null) return found;
  const path = [...at, 'plan'];
  const provider = findProvider(name.split('/')[0] ?? '');
  if (provider === null) report.unknownName(path, 'plan', planNames());
  else if (provider.plans.length === 0)
    report.problem(
      path,
      `${provider.name} publishes no connection limits`,
      'Give `max_connections` instead of `plan`.',
    );
  else
    report.unknownName(
      path,
      `plan of ${provider.name}`,
      provider.plans.map((plan) => `${provider.id}/${plan.name}`),
    );
  return null;
}

function resolveEngine(input: DatabaseInput, found: FoundPlan | null, at: Segments, report: Report): Engine {
  if (found !== null && input.engine !== undefined && input.engine !== found.provider.engine) {
    report.problem(
      [...at, 'engine'],
      `the plan ${input.plan} runs ${engines[found.provider.engine].name}, not ${engines[input.engine].name}`,
      `Remove \`engine\`, or choose another plan.`,
    );
  }
  return engines[input.engine ?? found?.provider.engine ?? 'postgres'];
}

function resolveVersion(input: DatabaseInput, engine: Engine, at: Segments, report: Report): number | null {
  if (input.version !== undefined) return Number.parseInt(`${input.version}`, 10);
  if (engine.newestVersion !== null) {
    report.assume(
      [...at, 'version'],
      `${engine.newestVersion}`,
      `the newest major version of ${engine.name} known here; it decides which slots are reserved`,
    );
  }
  return engine.newestVersion;
}

function resolveLimit(input: DatabaseInput, found: FoundPlan | null, engine: Engine, at: Segments, report: Report) {
  const path = [...at, 'max_connections'];
  if (input.max_connections !== undefined) return { maxConnections: input.max_connections, estimated: false };
  if (found !== null) {
    const { maxConnections, certainty } = found.plan;
    const estimated = isEstimate(certainty);
    const from = `plan ${found.provider.id}/${found.plan.name}`;
    report.catalogued(path, from);
    if (estimated) report.assume(path, `${maxConnections}`, `an estimate for ${from}: ${certainty}`);
    return { maxConnections, estimated };
  }
  const standard = engine.maxConnections.default;
  if (standard === null) {
    report.missing(path, 'the most connections the server accepts, such as 100');
    return { maxConnections: Number.POSITIVE_INFINITY, estimated: false };
  }
  const value = standard === Number.POSITIVE_INFINITY ? 'unlimited' : `${standard}`;
  report.assume(path, value, `the default of ${engine.name}`);
  return { maxConnections: standard, estimated: false };
}

function reservation(
  key: 'superuser_reserved_connections' | 'reserved_connections',
  input: DatabaseInput,
  engine: Engine,
  version: number | null,
  at: Segments,
  report: Report,
): number {
  const setting = engine.reservations.find((each) => each.key === key);
  const given = input[key];
  if (setting !== undefined && appliesTo(setting, version)) return given ?? setting.default ?? 0;
  if (given !== undefined && given > 0) {
    const since = setting?.since === undefined ? '' : `; ${engine.name} has it from version ${setting.since} on`;
    report.problem(
      [...at, key],
      `${engine.name}${version === null ? '' : ` ${version}`} has no \`${key}\``,
      `Remove it${since}.`,
    );
  }
  return 0;
}

function checkReserved(maxConnections: number, reserved: number, at: Segments, report: Report): void {
  if (reserved < maxConnections) return;
  report.problem(
    [...at, 'max_connections'],
    `all ${maxConnections} connections are reserved: ${reserved} of them are kept for superusers, other privileged roles and the provider`,
    'Raise `max_connections`, or correct what is reserved.',
  );
}

function resolveSharedBuffers(
  input: DatabaseInput['shared_buffers'],
  memory: number | null,
  at: Segments,
  report: Report,
): number | null {
  if (input === undefined || typeof input === 'number') return input ?? null;
  if (memory === null) {
    report.problem(
      [...at, 'shared_buffers'],
      'a percentage needs `memory`, of which it is a part',
      'Give `memory`, or a size such as 4GiB.',
    );
    return null;
  }
  return Number((BigInt(memory) * BigInt(input.numerator)) / BigInt(input.denominator));
}

function resolveBackendMemory(input: number | undefined, memory: number | null, at: Segments, report: Report): number {
  if (input === undefined && memory !== null) {
    report.assume([...at, 'backend_memory'], '5MB', 'a common figure for one connection; measure it to know');
  }
  return input ?? defaultBackendMemory;
}

function counts(input: Readonly<Record<string, number>> | undefined): NamedCount[] {
  return Object.entries(input ?? {}).map(([name, count]) => ({ name, count }));
}
