import { worstCases } from '../../budget/index.ts';
import { databasesBehind } from '../../topology/pools.ts';
import type { Topology } from '../../topology/types.ts';
import { exceedsNamed } from '../limits/named.ts';
import { overLimit } from '../over-limit.ts';
import { partsOf } from '../parts.ts';
import { advisedPools, type Sizable } from '../pools.ts';
import { globalPoolsOf } from '../traffic/global-pool.ts';
import { needsOf, trafficOf } from '../traffic/pool-traffic.ts';
import { poolerNeeds } from '../traffic/pooler-demand.ts';
import type { Advice, PoolAdvice } from '../types.ts';
import { sizeAndOverflow, withSizes } from '../with-sizes.ts';
import { changesBetween } from './changes.ts';
import { desiredOf } from './desired.ts';
import { maximaOf } from './maxima.ts';
import { type PartSizes, sizesOfPart } from './part.ts';
import {
  canAcceptMore,
  poolerAdvice,
  withClientLimits,
  withLargerPoolers,
  withPoolers,
  withSmallerPoolers,
} from './pooler-settings.ts';
import { adviceReason } from './reasons.ts';

/**
 * A size for every pool, every pooler and every database's `max_connections`, with its reason. A pool whose traffic has a
 * target gets the smallest size that meets it, any other stays as large as it is; where that does not fit, targets are
 * met if they can be and the others share what is left, else all share: the fairest sizes that fit, none larger than wanted. Never more than threads can use, never less than lets one of them finish. With
 * all of it the topology keeps the policy's headroom in every scenario.
 */
export function adviseSizes(topology: Topology): Advice {
  const needs = needsOf(topology);
  const pooled = poolerNeeds(topology);
  const pools = advisedPools(topology, needs);
  const given = withOpenClients(withSmallerPoolers(topology, pooled), pools, needs);
  const parts = partsToSize(given, pools, needs);
  const decided = new Map(parts.flatMap(({ sizes }) => [...sizes]));
  const hopeless = new Set(parts.filter((part) => part.hopeless).map(({ database }) => database));
  const advised = pools.map((pool) => poolAdvice(pool, decided, needs));
  const sized = withSizes(
    given,
    advised.filter(({ current, recommended }) => current !== recommended),
  );
  const served = withLargerPoolers(withClientLimits(sized, topology), pooled, hopeless);
  const budget = worstCases(served);
  const databases = maximaOf(served, budget, desiredOf(served, pools, pooled));
  const maxima = new Map(databases.map(({ database, recommended }) => [database, recommended]));
  const after = {
    ...served,
    databases: served.databases.map((each) => ({ ...each, maxConnections: maxima.get(each.name) as number })),
  };
  return {
    pools: advised,
    poolers: poolerAdvice(topology, after, budget.poolers, pooled),
    databases,
    globalPools: globalPoolsOf(after),
    changes: changesBetween(topology, after),
  };
}

/** Where traffic decides sizes, a pooler accepts the clients that come of it: its limit is set afterwards. */
function withOpenClients(topology: Topology, pools: readonly Sizable[], needs: ReadonlyMap<string, number>): Topology {
  const targetsOf = (some: readonly Sizable[]) => new Set(some.map(({ pool }) => pool.to));
  const told = targetsOf(pools.filter(({ on }) => needs.has(on)));
  const unbounded = targetsOf(pools.filter(({ highest }) => highest === Infinity));
  const open = topology.poolers.filter(
    (pooler) => told.has(pooler.name) && !unbounded.has(pooler.name) && canAcceptMore(topology, pooler),
  );
  return withPoolers(topology, new Map(open.map(({ name }) => [name, { maxClientConn: Infinity }])));
}

/** The sizes around every database that has something to decide: a pool that wants another size, or too little room. */
function partsToSize(topology: Topology, pools: readonly Sizable[], needs: ReadonlyMap<string, number>): PartSizes[] {
  const databaseOf = databasesBehind(topology);
  const budget = worstCases(topology);
  const toSize = overLimit(topology, budget);
  for (const each of budget.databases) if (exceedsNamed(each)) toSize.add(each.name);
  for (const { pool, current, wanted } of pools) if (wanted !== current) toSize.add(databaseOf(pool));
  return [...partsOf(topology, toSize).values()].map((part) => sizesOfPart(part, advisedPools(part, needs), needs));
}

function poolAdvice(sizable: Sizable, decided: PartSizes['sizes'], needs: ReadonlyMap<string, number>): PoolAdvice {
  const { on, pool, current, wanted } = sizable;
  const { size: recommended, limit } = decided.get(on) ?? { size: wanted, limit: null };
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
