import { databasesBehind } from '../topology/pools.ts';
import type { Topology } from '../topology/types.ts';
import { django } from './django.ts';
import { ecto } from './ecto.ts';
import { env } from './env.ts';
import { go } from './go.ts';
import { header } from './header.ts';
import { helmValues } from './helm-values.ts';
import { hikaricp } from './hikaricp.ts';
import { nodePostgres } from './node-postgres.ts';
import { pgbouncer } from './pgbouncer.ts';
import { sizedServices } from './pools.ts';
import { postgresql } from './postgresql.ts';
import { prisma } from './prisma.ts';
import { prometheus } from './prometheus.ts';
import { rails } from './rails.ts';
import { sql } from './sql.ts';
import { sqlalchemy } from './sqlalchemy.ts';
import type { GenerateSource, GenerateTarget } from './types.ts';

export { withEveryName } from './reach.ts';

/** Everything that configuration can be generated for, by name. */
export const targets = {
  pgbouncer,
  postgresql,
  sql,
  env,
  rails,
  django,
  sqlalchemy,
  hikaricp,
  'node-postgres': nodePostgres,
  prisma,
  go,
  ecto,
  'helm-values': helmValues,
  prometheus,
} as const satisfies Readonly<Record<string, GenerateTarget>>;

export type TargetName = keyof typeof targets;

/**
 * The text of a configuration file for some services, databases or one pooler of a topology, as the target takes them.
 * The same source always gives the same text. Throws NotWritable for what the format has no way to say.
 */
export function generate(target: GenerateTarget, names: readonly string[], source: GenerateSource): string {
  const head = header(target.comment, source, databasesFor(target, names, source.topology));
  return `${[...head, ...linesOf(target, new Set(names), source)].join('\n')}\n`;
}

function linesOf(target: GenerateTarget, names: ReadonlySet<string>, source: GenerateSource): readonly string[] {
  const { services, databases, poolers } = source.topology;
  const named = <T extends { readonly name: string }>(all: readonly T[]) => all.filter(({ name }) => names.has(name));
  switch (target.of) {
    case 'services':
      return target.lines(sizedServices(named(services), source), source);
    case 'database':
      return target.lines(named(databases), source);
    case 'pooler':
      return named(poolers).flatMap((pooler) => target.lines(pooler, source));
  }
}

/** The databases that a file for these services, databases or poolers is about. */
export function databasesFor(
  { of }: GenerateTarget,
  names: readonly string[],
  topology: Topology,
): ReadonlySet<string> {
  if (of === 'database') return new Set(names);
  const chosen = new Set(names);
  const ways =
    of === 'pooler'
      ? names.map((to) => ({ to }))
      : topology.services.filter(({ name }) => chosen.has(name)).flatMap(({ pools, extras }) => [...pools, ...extras]);
  return new Set(ways.map(databasesBehind(topology)));
}
