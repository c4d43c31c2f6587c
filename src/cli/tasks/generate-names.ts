import type { GenerateTarget } from '../../generate/types.ts';
import type { Service, Topology } from '../../topology/types.ts';
import { UsageError, unknownName } from '../failures/usage-error.ts';

/** What to generate for. */
export interface NameFlags {
  readonly service?: readonly string[] | undefined;
  readonly database?: string | undefined;
  readonly pooler?: string | undefined;
  /** Address of the database server. */
  readonly host?: string | undefined;
}

/**
 * The names of the services, databases or the pooler that a file of a target is made for. Throws UsageError where there
 * is none, or where there are several and one file is for one of them.
 */
export function namesFor(target: GenerateTarget, topology: Topology, flags: NameFlags): readonly string[] {
  verifyFlags(target, flags);
  if (target.of === 'services') return servicesFor(target, topology, flags.service);
  const several = target.of === 'database' && target.several;
  const possible = target.of === 'database' ? databasesFor(target, topology) : poolersFor(target, topology);
  const wanted = flags[target.of];
  if (wanted !== undefined) return [known(target.of, wanted, possible)];
  if (possible.length > 1 && !several) throw choose(target, target.of, possible);
  return possible;
}

function verifyFlags(target: GenerateTarget, flags: NameFlags): void {
  const own = target.of === 'services' ? 'service' : target.of;
  const other = (['service', 'database', 'pooler'] as const).find((flag) => flag !== own && flags[flag] !== undefined);
  if (other !== undefined) throw new UsageError(`${target.name} takes --${own}, not --${other}`);
  if (flags.host === undefined) return;
  if (target.of !== 'pooler') throw new UsageError(`${target.name} has no room for --host`);
  if (!/^[^\p{C}\p{Z}]+$/u.test(flags.host)) throw new UsageError(`--host ${flags.host} is no address`);
}

function databasesFor(
  { name: target, engines }: Extract<GenerateTarget, { of: 'database' }>,
  { databases }: Topology,
): string[] {
  const possible = databases.filter(({ engine }) => engines.includes(engine)).map(({ name }) => name);
  if (possible.length > 0) return possible;
  const there = databases.map(({ name, engine }) => `${name} is ${engine}`).join(', ');
  throw new UsageError(`${target} is for ${engines.join(', ')}; ${there}`);
}

function poolersFor(
  { name: target, kinds }: Extract<GenerateTarget, { of: 'pooler' }>,
  { poolers }: Topology,
): string[] {
  const possible = poolers.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  if (possible.length > 0) return possible;
  const there = poolers.map(({ name, kind }) => `${name} is ${kind}`).join(', ') || 'it has no poolers';
  throw new UsageError(`${target} needs a pooler of that kind in the topology; ${there}`);
}

function servicesFor(
  target: Extract<GenerateTarget, { of: 'services' }>,
  { services }: Topology,
  wanted: readonly string[] | undefined,
): string[] {
  const names = services.map(({ name }) => name);
  const chosen = wanted?.map((name) => known('service', name, names)) ?? usersOf(target, services);
  if (chosen.length === 0)
    throw new UsageError(`no service uses ${target.name}; name it with --service: ${few(names)}`);
  if (chosen.length > 1 && !target.several) throw choose(target, 'service', chosen);
  return chosen;
}

/** The services whose pools a client of the target opens; all with pools where no service says what its client is. */
function usersOf({ clients }: Extract<GenerateTarget, { of: 'services' }>, services: readonly Service[]): string[] {
  const opened = services.flatMap(({ pools }) => pools.map(({ client }) => client));
  const all = clients === null || opened.every((client) => client === null);
  return services
    .filter(({ pools }) => pools.some(({ client }) => all || (client !== null && clients.includes(client))))
    .map(({ name }) => name);
}

function known(kind: string, name: string, names: readonly string[]): string {
  if (!names.includes(name)) throw unknownName(kind, name, names);
  return name;
}

const choose = ({ name }: GenerateTarget, kind: string, names: readonly string[]): UsageError =>
  new UsageError(`${name} is for one ${kind} at a time; choose it with --${kind}: ${few(names)}`);

const few = (names: readonly string[]): string =>
  names.length > 8 ? `${names.slice(0, 7).join(', ')} and ${names.length - 7} more` : names.join(', ');
