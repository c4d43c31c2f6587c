import { comment } from './comment.ts';
import { quoted } from './quoted.ts';
import type { SizedPool, SizedService } from './types.ts';

/** How a language writes a map of services to maps of pools, and what it says of comments. */
interface Language {
  readonly mark: '#' | '//';
  /** One step of indentation. */
  readonly indent: string;
}

export const python: Language = { mark: '#', indent: '    ' };
export const javascript: Language = { mark: '//', indent: '  ' };
export const golang: Language = { mark: '//', indent: '\t' };

/** The inside of a map by service and pool, each with where its numbers come from. `value`: the lines of a pool's value. */
export function byService(
  { mark, indent }: Language,
  services: readonly SizedService[],
  value: (pool: SizedPool) => readonly [string, ...string[]],
): string[] {
  const inner = indent.repeat(2);
  return services.flatMap((each) => [
    ...comment(mark, each.perNode, indent),
    ...emptyPools(mark, each, indent),
    `${indent}${quoted(each.service.name)}: {`,
    ...each.pools.flatMap((pool) => {
      const [first, ...rest] = value(pool);
      const lines = [`${quoted(pool.pool.name)}: ${first}`, ...rest];
      return [
        ...comment(mark, pool.origin, inner),
        ...lines.map((line) => `${inner}${line}`).slice(0, -1),
        `${inner}${lines.at(-1)},`,
      ];
    }),
    `${indent}},`,
  ]);
}

/** What is said of pools without connections, for which 0 would mean no limit to many a library. */
export const emptyPools = (mark: string, { empty }: SizedService, indent = ''): string[] =>
  empty.flatMap((name) => comment(mark, `Nothing to set for the pool ${name}: it has no connections.`, indent));
