import { poolPath } from '../topology/pools.ts';
import type { Pool, Service } from '../topology/types.ts';
import { plural } from '../words/figures.ts';
import { yaml } from './common/example.ts';
import { throughout } from './common/excess.ts';
import { once } from './common/view.ts';
import { connections } from './common/words.ts';
import { type Raise, tryRaises } from './remedies/larger-pools.ts';
import { poolName, poolSetting, poolTotal } from './remedies/pools.ts';
import type { Rule } from './types.ts';

/**
 * Fewest connections with which `threads` that hold up to `held` each always finish: if all hold one less than they need
 * and one connection is left, somebody gets it (https://github.com/brettwooldridge/HikariCP/wiki/About-Pool-Sizing).
 */
const enough = (threads: number, held: number): number => threads * (held - 1) + 1;

interface Locked {
  readonly service: Service;
  readonly pool: Pool;
  /** 1 where the file gives none: then the pool is too small even for a single thread. */
  readonly threads: number;
  readonly raise: Raise;
}

/** Threads that each hold a connection and wait for another one. */
export const poolDeadlock: Rule = {
  id: 'pool-deadlock',
  severity: 'warning',
  summary:
    'threads that hold several connections of a pool at once (`held`) can take all of them and wait for each other',
  why: 'When every thread holds some connections and wants one more, nobody gives any back: the process stands still until the checkout timeout, under the heaviest load first.',
  remedy: 'Give the pool at least threads x (held - 1) + 1 connections, or do with one connection at a time.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 2, threads: 8, pool: { size: 8, held: 2 }, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 2, threads: 8, pool: { size: 9, held: 2 }, deploy: none }
    `,
  },
  check: (view) => {
    const locked = lockedIn(view.topology.services);
    const tried = once(() =>
      tryRaises(
        view,
        locked.map(({ raise }) => raise),
      ),
    );
    return locked.map(({ service, pool, threads, raise }) => {
      const total = poolTotal(pool);
      const larger = poolSetting({ ...pool, size: raise.size });
      const where = poolName(service, pool.name);
      const fewer = Math.floor((total - 1) / (pool.held - 1));
      const others = [
        ...(fewer > 0 ? [`threads ${fewer} instead of ${threads}`] : []),
        'one connection at a time (held 1)',
      ];
      return {
        on: poolPath(service.name, pool.name),
        message: `${where} has ${connections(total)} for ${plural(threads, 'thread')} that ${threads === 1 ? 'holds' : 'hold'} up to ${pool.held} at once; ${threads} x (${pool.held} - 1) + 1 = ${enough(threads, pool.held)} are needed so that one can always finish`,
        excess: throughout(enough(threads, pool.held) - total),
        remedy: () => {
          const fits = tried().get(raise);
          if (fits === undefined) return null;
          return fits
            ? `${larger} instead of ${total} for ${where} fits; or ${others.join(', or ')}.`
            : `${others.join(', or ')} for ${where}; ${larger} would not fit ${view.databaseOf(pool)}.`;
        },
      };
    });
  },
};

function lockedIn(services: readonly Service[]): Locked[] {
  const locked: Locked[] = [];
  for (const service of services) {
    const threads = service.threads ?? 1;
    for (const pool of service.pools) {
      const missing = enough(threads, pool.held) - poolTotal(pool);
      if (pool.held === 1 || missing <= 0) continue;
      locked.push({ service, pool, threads, raise: { service: service.name, pool, size: pool.size + missing } });
    }
  }
  return locked;
}
