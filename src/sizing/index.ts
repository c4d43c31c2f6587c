import type { Budget } from '../budget/types.ts';
import { poolPath } from '../topology/pools.ts';
import type { Topology } from '../topology/types.ts';
import { keeps, limitsOf } from './limits/index.ts';
import { sizingProblemOf } from './limits/problem.ts';
import { targetOf } from './limits/target.ts';
import { overLimit } from './over-limit.ts';
import { partsOf } from './parts.ts';
import { recommendationsFor } from './recommendations.ts';
import type { Overcommit, Recommendation, Sizing, Spare, WayOut } from './types.ts';
import { wayOutOf } from './ways-out/way-out.ts';
import { withSizes } from './with-sizes.ts';

export { adviseSizes } from './advice/index.ts';
export { withSizes };

/**
 * Recommends pool sizes where something does not fit: the fairest ones that keep every database within the policy's
 * headroom and every pooler within the clients it accepts, in every scenario of the budget. Where no sizes keep a
 * database within it, says what would; a pooler that even the smallest pools overrun is left to its own limit. Where a
 * database keeps its headroom, says how much it has to spare. `budget` and `overcommit` are the topology's own; the
 * latter is worked out where it is not given and matters. Only sizes that change are listed, in file order.
 */
export function recommendSizes(topology: Topology, budget: Budget, overcommit?: readonly Overcommit[]): Sizing {
  const { policy } = topology;
  const toSize = overLimit(topology, budget, overcommit);
  const spare = budget.databases.flatMap(({ name, scenarios, worst }, index): Spare[] => {
    const target = targetOf(topology.databases[index] as Topology['databases'][number], policy);
    const most = Math.max(...scenarios.map(({ connections }) => connections));
    if (most > target || topology.databases[index]?.judgedBy === 'probability') return [];
    return [{ database: name, scenario: worst, connections: target === most ? 0 : target - most }];
  });
  const recommendations: Recommendation[] = [];
  const waysOut: WayOut[] = [];
  const parts = [...partsOf(topology, toSize).values()];
  for (const part of parts) {
    const problem = sizingProblemOf(part);
    const limits = limitsOf(problem);
    const lowest = problem.pools.map((pool) => pool.lowest);
    const hopeless = new Set(limits.filter((limit) => !keeps(limit, lowest)).map(({ holder }) => holder));
    const open = limits.filter(({ holder }) => !hopeless.has(holder));
    recommendations.push(...recommendationsFor(problem, open));
    if (hopeless.has(problem.network.database.name)) waysOut.push(wayOutOf(problem, limits));
  }
  if (parts.length > 1) recommendations.sort(fileOrder(topology, parts));
  return { recommendations, waysOut, spare };
}

function fileOrder(
  { services }: Topology,
  parts: readonly Topology[],
): (a: Recommendation, b: Recommendation) => number {
  const sized = new Set(parts.flatMap((part) => part.services.map(({ name }) => name)));
  const paths = services
    .filter(({ name }) => sized.has(name))
    .flatMap(({ name, pools }) => pools.map((pool) => poolPath(name, pool.name)));
  const order = new Map(paths.map((path, place) => [path, place]));
  return (a, b) => (order.get(a.on) as number) - (order.get(b.on) as number);
}
