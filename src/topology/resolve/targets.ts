import type { Report } from '../problem-collector.ts';
import { listed } from '../schema/values.ts';
import type { Segments } from '../segments.ts';
import type { Pooler, Target } from '../types.ts';
import type { NamedEntries } from './names.ts';

/** Keys that say where connections go. */
export interface TargetInput {
  readonly to?: string | undefined;
  readonly user?: string | undefined;
  readonly dbname?: string | undefined;
}

/** What targets are resolved against. */
export interface Destinations {
  readonly names: NamedEntries;
  readonly poolers: ReadonlyMap<string, Pooler>;
}

/**
 * Where the connections of one pool or extra go: its own keys, else the service's, else the only database. The logical
 * database is by default named as the database, whether there is a pooler in between or not. Null when it is not known.
 */
export function resolveTarget(
  own: TargetInput,
  at: Segments,
  service: { readonly name: string; readonly at: Segments; readonly input: TargetInput },
  { names, poolers }: Destinations,
  report: Report,
): Target | null {
  const given = own.to ?? service.input.to;
  const givenAt = () => [...(own.to === undefined ? service.at : at), 'to'];
  const to = given ?? onlyDatabase(names);
  if (to === null) {
    report.missing(givenAt(), `a database or pooler: ${listed([...names.databases, ...names.poolers])}`);
    return null;
  }
  const kind = names.kinds.get(to);
  if (kind === undefined) {
    report.unknownName(givenAt(), 'database or pooler', [...names.databases, ...names.poolers]);
    return null;
  }
  if (kind === 'service') {
    report.problem(
      givenAt(),
      `\`${to}\` is a service, which accepts no connections`,
      `Expected ${listed([...names.databases, ...names.poolers])}.`,
    );
    return null;
  }
  const pooler = poolers.get(to);
  const user = own.user ?? service.input.user;
  if (user === undefined && pooler?.counting === 'pairs') {
    report.assume(
      [...service.at, 'user'],
      service.name,
      `the service's name; each user and database has a pool of its own in ${to}`,
    );
  }
  return { to, user: user ?? service.name, dbname: own.dbname ?? service.input.dbname ?? pooler?.to ?? to };
}

function onlyDatabase({ databases, poolers }: NamedEntries): string | null {
  return databases.length === 1 && poolers.length === 0 ? (databases[0] ?? null) : null;
}
