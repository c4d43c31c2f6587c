import { nodesDeploying } from '../../budget/demand/scenarios.ts';
import { flowsIn } from '../../budget/network/network.ts';
import { inUse } from '../../budget/network/objectives.ts';
import type { Service, Topology } from '../../topology/types.ts';
import { largest } from '../bisect.ts';
import { keeps, limitsOf } from '../limits/index.ts';
import { type SizingProblem, sized, sizingProblemOf } from '../limits/problem.ts';
import type { Limit } from '../limits/types.ts';
import { advisedPools } from '../pools.ts';
import { needsOf } from '../traffic/pool-traffic.ts';
import type { WayOut } from '../types.ts';

/**
 * The service that has to lose the fewest nodes for its database to fit at the smallest sizes while no other service
 * changes, the first of equals; and how many nodes it keeps: at least 1, and no more than that in any scenario. Null where
 * no single service is enough. `limits` are the database's own.
 */
export function fewerNodes(problem: SizingProblem, limits: readonly Limit[]): WayOut['fewerNodes'] {
  const mayFit = withoutNodes(problem, limits);
  let best: { readonly service: string; readonly nodes: number } | null = null;
  let fewest = Infinity;
  for (const { service } of problem.network.members) {
    const had = Math.max(...limits.map(({ scenario }) => scenario.nodes(service)));
    const least = Math.max(1, had - fewest + 1);
    const nodes = largest(least, had - 1, (count) => mayFit(service, count) && fits(problem, service, count));
    if (nodes === null) continue;
    best = { service: service.name, nodes };
    fewest = had - nodes;
  }
  return best;
}

/** A quick answer that is never wrongly no: whether what the service gives up can be enough. */
function withoutNodes(problem: SizingProblem, limits: readonly Limit[]): (service: Service, nodes: number) => boolean {
  const lowest = lowestOf(problem);
  const { amount } = sized(inUse, problem, lowest);
  const tight = limits
    .map((limit) => ({ ...limit, excess: limit.connections(lowest) - limit.room }))
    .filter(({ excess }) => excess > 0);
  return (service, nodes) => {
    const flows = flowsIn(problem.network, service.name);
    if (flows.some(({ edge }) => edge > 0)) return true;
    return tight.every(({ scenario, excess }) => {
      const before = nodesDeploying(scenario, service);
      const after = Math.min(nodes, scenario.nodes(service));
      return excess <= flows.reduce((sum, { flow }) => sum + amount(flow, before) - amount(flow, after), 0);
    });
  };
}

function fits({ topology, network }: SizingProblem, { name }: Service, nodes: number): boolean {
  const fewer = withNodes(topology, name, nodes);
  const changed = sizingProblemOf(fewer, advisedPools(fewer, needsOf(fewer)));
  const lowest = lowestOf(changed);
  return limitsOf(changed).every((limit) => limit.holder !== network.database.name || keeps(limit, lowest));
}

const lowestOf = ({ pools }: SizingProblem): number[] => pools.map(({ lowest }) => lowest);

/** The topology with at most so many nodes of a service, in every scenario. */
export function withNodes(topology: Topology, service: string, most: number): Topology {
  return {
    ...topology,
    services: topology.services.map((one) =>
      one.name === service
        ? {
            ...one,
            nodes: Math.min(one.nodes, most),
            maxNodes: one.maxNodes === null ? null : Math.min(one.maxNodes, most),
          }
        : one,
    ),
    scenarios: topology.scenarios.map(({ name, nodes }) => ({
      name,
      nodes: new Map(
        [...nodes].map(([subject, count]) => [subject, subject === service ? Math.min(count, most) : count]),
      ),
    })),
  };
}
