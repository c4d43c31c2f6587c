import { worstCases } from '../../budget/index.ts';
import { databasesBehind } from '../../topology/pools.ts';
import type { Topology } from '../../topology/types.ts';
import { exceedsNamed } from '../limits/named.ts';
import { overLimit } from '../over-limit.ts';
import { partsOf } from '../parts.ts';
import { advisedPools, type Sizable } from '../pools.ts';
import { needsOf } from '../traffic/pool-traffic.ts';
import { poolerNeeds } from '../traffic/pooler-demand.ts';
import type { Shared } from '../traffic/streams.ts';
import type { KnownBudget } from '../types.ts';
import { sizeAndOverflow, withSizes } from '../with-sizes.ts';
import { type PartSizes, sizesOfPart } from './part.ts';
import {
  canAcceptMore,
  withClientLimits,
  withLargerPoolers,
  withPoolers,
  withSmallerPoolers,
} from './pooler-settings.ts';

/** The sizes that a topology should have, before anybody says why. */
export interface SizeDecision {
  /** Every pool, in file order, and between which bounds its size could be chosen. */
  readonly pools: readonly Sizable[];
  /** By path: the connections that the target of a pool's traffic needs. */
  readonly needs: ReadonlyMap<string, number>;
  /** By name: what the traffic through a pooler needs. */
  readonly pooled: ReadonlyMap<string, Shared>;
  /** The databases that had something to decide. */
  readonly parts: readonly PartSizes[];
  /** What was decided around them, by the pool's path; all other pools stay. */
  readonly sizes: PartSizes['sizes'];
  /** The topology with these sizes of pools and poolers; `max_connections` is as it was. */
  readonly decided: Topology;
}

/**
 * Decides the size of every pool and pooler, once for all who show, quote or explain it. A pool whose traffic has a target
 * gets the smallest size that meets it, any other stays as large as it is; where that does not fit, targets are met if they
 * can be and the others share what is left, else all share: the fairest sizes that fit, none larger than wanted. Never more
 * than threads can use, never less than lets one of them finish. `known` is what has been worked out of the topology.
 */
export function decideSizes(topology: Topology, known: KnownBudget | null = null): SizeDecision {
  const needs = needsOf(topology);
  const pooled = poolerNeeds(topology);
  const pools = advisedPools(topology, needs);
  const given = withOpenClients(withSmallerPoolers(topology, pooled), pools, needs);
  const parts = partsToSize(given, pools, needs, given === topology ? known : null);
  const sizes = new Map(parts.flatMap((part) => [...part.sizes]));
  const infeasible = new Set(parts.filter((part) => part.infeasible).map(({ database }) => database));
  const changed = pools.flatMap(({ on, pool, current, wanted }) => {
    const size = sizes.get(on)?.size ?? wanted;
    return size === current ? [] : [{ on, ...sizeAndOverflow(pool, size) }];
  });
  const reached = new Set([...parts.map(({ database }) => database), ...opened(given, topology)]);
  const accepting = withClientLimits(withSizes(given, changed), topology, reached);
  return { pools, needs, pooled, parts, sizes, decided: withLargerPoolers(accepting, pooled, infeasible) };
}

/** Where traffic decides sizes, a pooler accepts the clients that come of it: its limit is set afterwards. */
function withOpenClients(topology: Topology, pools: readonly Sizable[], needs: SizeDecision['needs']): Topology {
  if (topology.poolers.length === 0) return topology;
  const targetsOf = (some: readonly Sizable[]) => new Set(some.map(({ pool }) => pool.to));
  const told = targetsOf(pools.filter(({ on }) => needs.has(on)));
  const unbounded = targetsOf(pools.filter(({ highest }) => highest === Infinity));
  const open = topology.poolers.filter(
    (pooler) => told.has(pooler.name) && !unbounded.has(pooler.name) && canAcceptMore(topology, pooler),
  );
  return withPoolers(topology, new Map(open.map(({ name }) => [name, { maxClientConn: Infinity }])));
}

/** The databases behind poolers whose limit of clients is still to be set. */
const opened = (given: Topology, before: Topology): string[] =>
  given.poolers
    .filter(({ maxClientConn }, index) => maxClientConn !== before.poolers[index]?.maxClientConn)
    .map(({ to }) => to);

/** The sizes around every database that has something to decide: a pool that wants another size, or too little room. */
function partsToSize(
  topology: Topology,
  pools: readonly Sizable[],
  needs: SizeDecision['needs'],
  known: KnownBudget | null,
): PartSizes[] {
  const databaseOf = databasesBehind(topology);
  const budget = known?.budget ?? worstCases(topology);
  const toSize = overLimit(topology, budget, known?.overcommit);
  for (const each of budget.databases) if (exceedsNamed(each)) toSize.add(each.name);
  for (const { pool, current, wanted } of pools) if (wanted !== current) toSize.add(databaseOf(pool));
  return [...partsOf(topology, toSize).values()].map((part) => sizesOfPart(part, advisedPools(part, needs), needs));
}
