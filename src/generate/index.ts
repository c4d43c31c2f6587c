import { django } from './django.ts';
import { ecto } from './ecto.ts';
import { env } from './env.ts';
import { go } from './go.ts';
import { header } from './header.ts';
import { helmValues } from './helm-values.ts';
import { hikaricp } from './hikaricp.ts';
import { nodePostgres } from './node-postgres.ts';
import { pgbouncer } from './pgbouncer.ts';
import { sizedService } from './pools.ts';
import { postgresql } from './postgresql.ts';
import { prisma } from './prisma.ts';
import { prometheus } from './prometheus.ts';
import { rails } from './rails.ts';
import { sql } from './sql.ts';
import { sqlalchemy } from './sqlalchemy.ts';
import type { Source, Target } from './types.ts';

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
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof targets;

/**
 * The text of a configuration file for some services, databases or one pooler of a topology, as the target takes them.
 * The same source always gives the same text. Throws NotWritable for what the format has no way to say.
 */
export function generate(target: Target, names: readonly string[], source: Source): string {
  const { topology } = source;
  const named = <T extends { readonly name: string }>(all: readonly T[]) =>
    all.filter(({ name }) => names.includes(name));
  const body = (): readonly string[] => {
    switch (target.of) {
      case 'services':
        return target.lines(
          named(topology.services).map((service) => sizedService(service, source)),
          source,
        );
      case 'database':
        return target.lines(named(topology.databases), source);
      case 'pooler':
        return named(topology.poolers).flatMap((pooler) => target.lines(pooler, source));
    }
  };
  return `${[...header(target.comment, source, databasesOf(target, names, source)), ...body()].join('\n')}\n`;
}

/** The databases behind what a file is made for. */
function databasesOf({ of }: Target, names: readonly string[], { topology }: Source): string[] {
  if (of === 'database') return [...names];
  const poolers = new Map(topology.poolers.map(({ name, to }) => [name, to]));
  const ways =
    of === 'pooler'
      ? names
      : topology.services
          .filter(({ name }) => names.includes(name))
          .flatMap(({ pools, extras }) => [...pools, ...extras].map(({ to }) => to));
  return ways.map((way) => poolers.get(way) ?? way);
}
