import { connectionsOf, type Flow, times } from '../../budget/demand/flows.ts';
import type { Objective } from '../../budget/network/loads.ts';
import { type DatabaseNetwork, networksOf } from '../../budget/network/network.ts';
import type { Topology } from '../../topology/types.ts';
import type { Sizable } from '../pools.ts';
import { sizeAndOverflow, withSizes } from '../with-sizes.ts';

/** One database's part of a topology with its sizes taken out: everything that stays while sizes are tried. */
export interface SizingProblem {
  readonly topology: Topology;
  readonly pools: readonly Sizable[];
  /** Flows carry extras only; the pools of each are `pooled`. */
  readonly network: DatabaseNetwork;
  readonly pooled: ReadonlyMap<Flow, Pooled>;
}

/** The pools that one node adds to a flow: so many processes of each, by index. */
export interface Pooled {
  readonly processes: number;
  readonly pools: readonly number[];
}

/** Prepares a topology with a single database for trying sizes of its pools, all of them in file order. */
export function sizingProblemOf(topology: Topology, pools: readonly Sizable[]): SizingProblem {
  const empty = withSizes(
    topology,
    pools.map(({ on }) => ({ on, size: 0, overflow: 0 })),
  );
  const network = networksOf(empty)[0] as DatabaseNetwork;
  const byFlow = new Map<string, number[]>();
  pools.forEach(({ service, pool }, index) => {
    const key = keyOf(service.name, pool);
    const known = byFlow.get(key);
    if (known) known.push(index);
    else byFlow.set(key, [index]);
  });
  const pooled = new Map<Flow, Pooled>();
  for (const { service, flows } of network.members) {
    const { name, processes } = service;
    for (const { flow } of flows) {
      pooled.set(flow, { processes, pools: byFlow.get(keyOf(name, flow)) ?? [] });
    }
  }
  return { topology, pools, network, pooled };
}

/** The database's network with sizes put back. */
export function networkWith({ topology, pools }: SizingProblem, sizes: readonly number[]): DatabaseNetwork {
  const sized = pools.map(({ on, pool }, index) => ({ on, ...sizeAndOverflow(pool, sizes[index] as number) }));
  return networksOf(withSizes(topology, sized))[0] as DatabaseNetwork;
}

/** An objective of the budget with sizes put back into the flows. */
export function sized(objective: Objective, { pooled }: SizingProblem, sizes: readonly number[]): Objective {
  return {
    ...objective,
    amount: (flow, nodes) => {
      const { processes, pools } = pooled.get(flow) as Pooled;
      const perProcess = pools.reduce((sum, pool) => sum + (sizes[pool] as number), 0);
      return connectionsOf(flow, nodes) + times(nodes, times(processes, perProcess));
    },
  };
}

const keyOf = (service: string, { to, user, dbname }: Pick<Flow, 'to' | 'user' | 'dbname'>): string =>
  [service, to, user, dbname].join('\0');
