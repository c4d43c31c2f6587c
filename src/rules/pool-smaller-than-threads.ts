import { poolPath } from '../topology/pools.ts';
import type { Service } from '../topology/types.ts';
import { plural } from '../words/figures.ts';
import { yaml } from './common/example.ts';
import { throughout } from './common/excess.ts';
import { once } from './common/view.ts';
import { connections } from './common/words.ts';
import { type Raise, tryRaises } from './remedies/larger-pools.ts';
import { poolName, poolSetting, poolTotal } from './remedies/pools.ts';
import type { Rule } from './types.ts';

interface Starving {
  readonly service: Service;
  readonly threads: number;
  /** All pools of a process together. */
  readonly total: number;
  readonly raise: Raise;
}

/** Threads of a process that wait for each other's connections. */
export const poolSmallerThanThreads: Rule = {
  id: 'pool-smaller-than-threads',
  severity: 'warning',
  summary: 'the pools of a process have fewer connections than it has threads',
  why: 'When all threads need the database at once some of them wait inside the process, and after the checkout timeout they fail, though the database may be idle.',
  remedy: 'Give the pool as many connections as there are threads, or run fewer threads.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, threads: 8, pool: 5, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, threads: 8, pool: 8, deploy: none }
    `,
  },
  check: (view) => {
    const starving = starvingIn(view.topology.services);
    const tried = once(() =>
      tryRaises(
        view,
        starving.map(({ raise }) => raise),
      ),
    );
    return starving.map(({ service, threads, total, raise }) => {
      const { pool, size } = raise;
      const larger = poolSetting({ ...pool, size });
      const where = poolName(service, pool.name);
      return {
        on: service.pools.length === 1 ? poolPath(service.name, pool.name) : `services.${service.name}`,
        message: `a process of ${service.name} runs ${plural(threads, 'thread')} on ${connections(total)}: ${threads - total} of them can be left waiting`,
        excess: throughout(threads - total),
        remedy: () => {
          const advised = view.recommended(poolPath(service.name, pool.name));
          if (advised !== undefined && (service.traffic?.targetWait ?? null) !== null)
            return `${poolSetting(advised)} for ${where} is what its traffic needs (${advised.reason}): run no more threads than that, or accept this in policy.accept.`;
          const fits = tried().get(raise);
          if (fits === undefined) return null;
          return fits
            ? `${larger} instead of ${poolTotal(pool)} for ${where} fits; so do threads ${total} instead of ${threads}.`
            : `threads ${total} instead of ${threads} for ${service.name}; ${larger} would not fit ${view.databaseOf(pool)}.`;
        },
      };
    });
  },
};

/** Services with too few connections: the largest pool is the one to raise. */
function starvingIn(services: readonly Service[]): Starving[] {
  const starving: Starving[] = [];
  for (const service of services) {
    const { name, threads, pools } = service;
    const [first] = pools;
    if (threads === null || first === undefined) continue;
    const total = pools.reduce((sum, pool) => sum + poolTotal(pool), 0);
    if (total >= threads) continue;
    const pool = pools.reduce((most, each) => (poolTotal(each) > poolTotal(most) ? each : most), first);
    starving.push({ service, threads, total, raise: { service: name, pool, size: pool.size + threads - total } });
  }
  return starving;
}
