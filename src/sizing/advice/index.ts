import { worstCases } from '../../budget/index.ts';
import type { Topology } from '../../topology/types.ts';
import type { Sizable } from '../pools.ts';
import { globalPoolsOf } from '../traffic/global-pool.ts';
import { trafficOf } from '../traffic/pool-traffic.ts';
import type { Advice, PoolAdvice } from '../types.ts';
import { sizeAndOverflow } from '../with-sizes.ts';
import { changesBetween } from './changes.ts';
import { decideSizes, type SizeDecision } from './decision.ts';
import { desiredOf } from './desired.ts';
import { maximaOf } from './maxima.ts';
import { poolerAdvice } from './pooler-settings.ts';
import { adviceReason } from './reasons.ts';

/**
 * A size for every pool, every pooler and every database's `max_connections`, with its reason: what `decideSizes` decides,
 * explained. With all of it the topology keeps the policy's headroom in every scenario.
 */
export function adviseSizes(topology: Topology): Advice {
  const decision = decideSizes(topology);
  const { pools, pooled, decided } = decision;
  const budget = worstCases(decided);
  const databases = maximaOf(decided, budget, desiredOf(decided, pools, pooled));
  const maxima = new Map(databases.map(({ database, recommended }) => [database, recommended]));
  const after = {
    ...decided,
    databases: decided.databases.map((each) => ({ ...each, maxConnections: maxima.get(each.name) as number })),
  };
  return {
    pools: pools.map((pool) => poolAdvice(pool, decision)),
    poolers: poolerAdvice(topology, after, budget.poolers, pooled),
    databases,
    globalPools: globalPoolsOf(after),
    changes: changesBetween(topology, after),
  };
}

/** The size of one pool as it was decided, and why. */
export function poolAdvice(sizable: Sizable, { sizes, needs }: Pick<SizeDecision, 'sizes' | 'needs'>): PoolAdvice {
  const { on, pool, current, wanted } = sizable;
  const { size: recommended, limit } = sizes.get(on) ?? { size: wanted, limit: null };
  const traffic = trafficOf(sizable, recommended, needs.get(on) ?? null);
  const mode = !needs.has(on) ? 'fit' : traffic?.shortBy === 'budget' ? 'both' : 'demand';
  return {
    on,
    current,
    recommended,
    ...sizeAndOverflow(pool, recommended),
    reason: adviceReason(sizable, recommended, traffic, limit),
    mode,
    traffic,
  };
}
