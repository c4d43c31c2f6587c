import { worstCases } from '../budget/index.ts';
import type { Topology } from '../topology/types.ts';
import { changesBetween } from './advice-changes.ts';
import { type PartSizes, sizesOfPart } from './advice-part.ts';
import { adviceReason } from './advice-reasons.ts';
import { crowded } from './crowded.ts';
import { maximaOf } from './maxima.ts';
import { partsOf } from './parts.ts';
import { advisedPools, type Sizable } from './pools.ts';
import { needsOf, trafficOf } from './traffic.ts';
import type { Advice, PoolAdvice } from './types.ts';
import { sizeAndOverflow, withSizes } from './with-sizes.ts';

/**
 * A size for every pool, every pooler and every database's `max_connections`, with its reason. A pool whose traffic has a
 * target gets the smallest size that meets it, any other stays as large as it is; where that does not fit, the fairest
 * sizes that do, none larger than wanted. Never more than threads can use, never less than lets one of them finish. With
 * all of it the topology keeps the policy's headroom in every scenario.
 */
export function adviseSizes(topology: Topology): Advice {
  const needs = needsOf(topology);
  const pools = advisedPools(topology, needs);
  const parts = partsToSize(topology, pools, needs);
  const decided = new Map(parts.flatMap(({ sizes }) => [...sizes]));
  const advised = pools.map((pool) => poolAdvice(pool, decided, needs));
  const sized = withSizes(
    topology,
    advised.filter(({ current, recommended }) => current !== recommended),
  );
  const databases = maximaOf(sized, worstCases(sized), new Map(parts.map((part) => [part.database, part])));
  const maxima = new Map(databases.map(({ database, recommended }) => [database, recommended]));
  const after = {
    ...sized,
    databases: sized.databases.map((each) => ({ ...each, maxConnections: maxima.get(each.name) as number })),
  };
  return { pools: advised, poolers: [], databases, globalPools: [], changes: changesBetween(topology, after) };
}

/** The sizes around every database that has something to decide: a pool that wants another size, or too little room. */
function partsToSize(topology: Topology, pools: readonly Sizable[], needs: ReadonlyMap<string, number>): PartSizes[] {
  const behind = new Map(topology.poolers.map(({ name, to }) => [name, to]));
  const toSize = crowded(topology, worstCases(topology));
  for (const { pool, current, wanted } of pools) if (wanted !== current) toSize.add(behind.get(pool.to) ?? pool.to);
  return [...partsOf(topology, toSize).values()].map((part) => sizesOfPart(part, needs));
}

function poolAdvice(sizable: Sizable, decided: PartSizes['sizes'], needs: ReadonlyMap<string, number>): PoolAdvice {
  const { on, pool, current, wanted } = sizable;
  const { size: recommended, reason } = decided.get(on) ?? { size: wanted, reason: null };
  const traffic = trafficOf(sizable, recommended, needs.get(on) ?? null);
  const parts =
    recommended === current ? { size: pool.size, overflow: pool.overflow } : sizeAndOverflow(pool, recommended);
  const mode = !needs.has(on) ? 'fit' : traffic?.shortBy === 'budget' ? 'both' : 'demand';
  return {
    on,
    current,
    recommended,
    ...parts,
    reason: adviceReason(sizable, recommended, traffic, reason),
    mode,
    traffic,
  };
}
