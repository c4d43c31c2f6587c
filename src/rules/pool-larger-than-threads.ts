import { poolPath } from '../topology/pools.ts';
import { plural } from '../words/figures.ts';
import { yaml } from './common/example.ts';
import { throughout } from './common/excess.ts';
import { connections } from './common/words.ts';
import { poolName, poolSetting } from './remedies/pools.ts';
import type { Hit, Rule } from './types.ts';

/** Connections that a process can never use. */
export const poolLargerThanThreads: Rule = {
  id: 'pool-larger-than-threads',
  severity: 'info',
  summary: 'a pool has more connections than the threads of its process can ever use',
  why: 'The surplus is never checked out, yet it counts in every worst case and takes the room that other services could have.',
  remedy: 'Make the pool as large as the threads (times the connections one of them holds).',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, threads: 5, pool: 20, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, threads: 5, pool: 5, deploy: none }
    `,
  },
  check: (view) => {
    const hits: Hit[] = [];
    for (const service of view.topology.services) {
      if (service.threads === null) continue;
      for (const pool of service.pools) {
        const usable = service.threads * pool.held;
        if (pool.size <= usable || pool.size === Infinity) continue;
        const where = poolName(service, pool.name);
        const each = pool.held > 1 ? ` x ${pool.held} held` : '';
        const freed = (pool.size - usable) * service.processes * service.nodes;
        hits.push({
          on: poolPath(service.name, pool.name),
          message: `a process of ${service.name} has a pool of ${pool.size} for ${plural(service.threads, 'thread')}${each}: ${connections(pool.size - usable)} of it can never be used`,
          excess: throughout(pool.size - usable),
          remedy: () =>
            `${poolSetting({ ...pool, size: usable })} instead of ${pool.size} for ${where} loses nothing and frees ${connections(freed)} on ${pool.to} (${service.nodes} nodes${service.processes > 1 ? ` x ${service.processes} processes` : ''}).`,
        });
      }
    }
    return hits;
  },
};
