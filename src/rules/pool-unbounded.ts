import { poolPath } from '../topology/pools.ts';
import { yaml } from './common/example.ts';
import { poolName, poolSetting } from './remedies/pools.ts';
import { smallerPools } from './remedies/ways-to-fit.ts';
import type { Hit, PlanView, Rule } from './types.ts';

/** A pool that opens a connection whenever none is free. */
export const poolUnbounded: Rule = {
  id: 'pool-unbounded',
  severity: 'error',
  summary: 'a pool has no limit',
  why: 'Without a limit a slow query becomes an outage: requests pile up, each opens a connection, and the server refuses everybody, the services that behave included.',
  remedy:
    "Set the pool's maximum (Go: SetMaxOpenConns; SQLAlchemy: max_overflow other than -1) and write it down as `pool`.",
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        api: { nodes: 4, pool: unlimited, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        api: { nodes: 4, pool: 20, deploy: none }
    `,
  },
  check: (view) => {
    const hits: Hit[] = [];
    for (const service of view.topology.services) {
      for (const pool of service.pools) {
        if (pool.size + pool.overflow !== Infinity) continue;
        const on = poolPath(service.name, pool.name);
        const where = poolName(service, pool.name);
        hits.push({
          on,
          message: `${where} opens as many connections as it is asked for: ${service.nodes} nodes x ${service.processes === 1 ? '' : `${service.processes} processes x `}no limit, on ${pool.to}${pool.client === null ? '' : ` (${pool.client})`}`,
          remedy: () => remedy(view, on, where, view.databaseOf(pool)),
        });
      }
    }
    return hits;
  },
};

function remedy(view: PlanView, on: string, where: string, database: string): string {
  const size = view.recommended(on);
  const sizes = smallerPools(view, database);
  if (size === undefined || sizes.length === 0)
    return `Give ${where} a limit; no size was found that fits ${database}, so make room there as well.`;
  return `${poolSetting(size)} for ${where} fits every scenario${sizes.length > 1 ? ', together with the other sizes recommended' : ''}.`;
}
