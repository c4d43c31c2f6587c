import type {
  Document,
  DocumentAssumption,
  DocumentRecommendation,
  DocumentService,
  DocumentWayOut,
} from '../../documents/plan/types.ts';
import { plural, short } from '../../words/figures.ts';
import { bytes, exactPercent } from '../../words/units.ts';

/** A recommended size with its parts: `15 (size 5, overflow 10)`. */
export function recommended({ recommended, size, overflow }: DocumentRecommendation): string {
  return overflow === 0
    ? short(recommended)
    : `${short(recommended)} (size ${short(size)}, overflow ${short(overflow)})`;
}

/** The ways in which a database would fit; says so where there is none. */
export function waysOut({
  max_connections: most,
  memory_bytes: memory,
  fewer_nodes: fewer,
  pooler_size: size,
  pooler_replaces: replaced,
}: DocumentWayOut): string[] {
  const ways = [
    most !== null && `max_connections ${most}${memory === null ? '' : `, which needs ${bytes(memory)} of memory`}`,
    fewer !== null && `at most ${plural(fewer.nodes, 'node')} of ${fewer.service}, with the smallest pools`,
    size !== null &&
      `a transaction-mode pooler in front of it with ${plural(size, 'server connection')}${replaced === null ? '' : ` in place of ${replaced}`}`,
  ].filter((way) => way !== false);
  return ways.length > 0 ? ways : ['no setting of its own: move services to another database'];
}

/** What each database that fits has left, the tightest first. */
export function spareLines({ spare, policy }: Document): string[] {
  const beyond = policy.headroom === 0 ? '' : ` beyond the ${exactPercent(policy.headroom)} of headroom`;
  const tightest = [...spare].sort((a, b) => compare(a.connections, b.connections));
  return tightest.map(
    ({ database, scenario, connections }) =>
      `${database} has ${plural(connections, 'connection')} to spare in ${scenario}${beyond}`,
  );
}

function compare(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

/**
 * Services that have too many nodes, and those that can grow, the tightest first. Left out are services without bound, and
 * those of which even no node at all would not be enough.
 */
export function nodeRoom(services: readonly DocumentService[]): {
  readonly tooMany: string[];
  readonly growth: string[];
} {
  const bounded = services.flatMap(({ name, nodes, max_nodes, more_nodes: more }) =>
    more === null || more <= -Math.max(1, nodes, max_nodes ?? 0) ? [] : [{ name, more }],
  );
  const tightest = bounded.sort((a, b) => a.more - b.more);
  return {
    tooMany: tightest.filter(({ more }) => more < 0).map(({ name, more }) => `${name} ${-more}`),
    growth: tightest.filter(({ more }) => more >= 0).map(({ name, more }) => `${name} ${more}`),
  };
}

/** Assumptions that differ only in what they are about. */
export interface AssumptionGroup {
  readonly first: DocumentAssumption;
  readonly alike: number;
}

/** Assumptions with the same value and reason as one, in the order of the first of each. */
export function assumptionGroups(assumptions: readonly DocumentAssumption[]): AssumptionGroup[] {
  const groups = new Map<string, { readonly first: DocumentAssumption; alike: number }>();
  for (const assumption of assumptions) {
    const key = `${assumption.value}\n${assumption.reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: assumption, alike: 0 });
    else group.alike++;
  }
  return [...groups.values()];
}
