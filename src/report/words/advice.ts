import type { Document, DocumentRecommendation, DocumentService, DocumentWayOut } from '../document-types.ts';
import { amount, bytes, percent, plural } from './figures.ts';

/** A recommended size with its parts: `15 (size 5, overflow 10)`. */
export function recommended({ recommended, size, overflow }: DocumentRecommendation): string {
  return overflow === 0 ? String(recommended) : `${recommended} (size ${size}, overflow ${overflow})`;
}

/** The ways in which a database would fit; says so where there is none. */
export function waysOut({
  max_connections: most,
  memory_bytes: memory,
  fewer_nodes: fewer,
  pooler_size: size,
}: DocumentWayOut): string[] {
  const ways = [
    most !== null && `max_connections ${most}${memory === null ? '' : `, which needs ${bytes(memory)} of memory`}`,
    fewer !== null && `at most ${plural(fewer.nodes, 'node')} of ${fewer.service}, with the smallest pools`,
    size !== null && `a transaction-mode pooler in front of it with ${plural(size, 'server connection')}`,
  ].filter((way) => way !== false);
  return ways.length > 0 ? ways : ['no setting of its own: move services to another database'];
}

/** What each database that fits has left. */
export function spareLines({ spare, policy }: Document): string[] {
  const beyond = policy.headroom === 0 ? '' : ` beyond the ${percent(policy.headroom)} of headroom`;
  return spare.map(
    ({ database, scenario, connections }) =>
      `${database} has ${amount(connections)} ${connections === 1 ? 'connection' : 'connections'} to spare in ${scenario}${beyond}`,
  );
}

/** Services that have too many nodes, and those that can grow, the tightest first. Services without bound are left out. */
export function nodeRoom(services: readonly DocumentService[]): {
  readonly tooMany: string[];
  readonly growth: string[];
} {
  const bounded = services.flatMap(({ name, more_nodes: more }) => (more === null ? [] : [{ name, more }]));
  const tightest = bounded.sort((a, b) => a.more - b.more);
  return {
    tooMany: tightest.filter(({ more }) => more < 0).map(({ name, more }) => `${name} ${-more}`),
    growth: tightest.filter(({ more }) => more >= 0).map(({ name, more }) => `${name} ${more}`),
  };
}
