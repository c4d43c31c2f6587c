import { connectionsOf, times } from '../../budget/demand/flows.ts';
import { type Objective, routesOf } from '../../budget/network/loads.ts';
import type { DatabaseNetwork } from '../../budget/network/network.ts';
import { processesOf } from '../../budget/network/pooler.ts';
import type { Cost, Demand, Runner } from './demand-types.ts';

/** Everything deploys at once, so what each edge carries is a plain sum. No service may exclude another. */
export function allDeploying({
  network,
  objective,
  runners,
  costs,
  edgeOf,
  nodes,
}: {
  readonly network: DatabaseNetwork;
  readonly objective: Objective;
  readonly runners: readonly Runner[];
  readonly costs: ReadonlyMap<number, Cost>;
  readonly edgeOf: (edge: number) => number;
  /** Nodes of each pooler of the network. */
  readonly nodes: readonly number[];
}): Demand['connections'] {
  const extras = new Float64Array(network.firstEdges.at(-1) as number);
  for (const { flows, most } of runners) {
    for (const { edge, flow } of flows) {
      const at = edgeOf(edge);
      extras[at] = (extras[at] as number) + connectionsOf(flow, most);
    }
  }
  const processes = network.poolers.map(({ pooler }, index) => processesOf(pooler, nodes[index] as number));
  const { count, passed } = routesOf(network, processes, objective);
  const parts = [...costs].map(([pool, { edge, most }]) => ({ pool, edge, most }));
  return (sizes) => {
    const amounts = extras.slice();
    for (const { pool, edge, most } of parts) {
      amounts[edge] = (amounts[edge] as number) + times(most, sizes[pool] as number);
    }
    let connections = 0;
    for (let route = 0; route < count; route += 1) connections += passed(route, amounts);
    return connections;
  };
}

/**
 * So many services deploy at once, those that grow most by it; of services that exclude each other, the one runs that
 * makes it the most. All share one edge.
 */
export function largestDeploying(
  runners: readonly Runner[],
  costs: ReadonlyMap<number, Cost>,
  slots: number,
): Demand['connections'] {
  const firsts = firstsOf(runners);
  const extras = (nodes: (runner: Runner) => number) =>
    Float64Array.from(runners, (runner) =>
      runner.flows.reduce((sum, { flow }) => sum + connectionsOf(flow, nodes(runner)), 0),
    );
  const [steadily, mostly] = [extras(({ steady }) => steady), extras(({ most }) => most)];
  const parts = [...costs].map(([pool, { runner, steady, most }]) => ({ pool, runner, steady, most }));
  return (sizes) => {
    const [before, after] = [steadily.slice(), mostly.slice()];
    for (const { pool, runner, steady, most } of parts) {
      const size = sizes[pool] as number;
      before[runner] = (before[runner] as number) + times(steady, size);
      after[runner] = (after[runner] as number) + times(most, size);
    }
    const [steady, most] = [maxima(before, firsts), maxima(after, firsts)];
    const growth = most.map((count, index) => (count === steady[index] ? 0 : count - (steady[index] as number)));
    if (slots < growth.length) growth.sort();
    let connections = 0;
    for (const count of steady) connections += count;
    for (const more of growth.subarray(Math.max(0, growth.length - slots))) connections += more;
    return connections;
  };
}

/** For each service the first one that it never runs together with; itself where there is none. */
const firstsOf = (runners: readonly Runner[]): number[] =>
  runners.map(({ service: { exclusive } }, index) =>
    exclusive === null ? index : runners.findIndex(({ service }) => service.exclusive === exclusive),
  );

/** The largest of the values that are for the same place. */
function maxima(values: Float64Array, places: readonly number[]): Float64Array {
  const largest = new Float64Array(values.length);
  places.forEach((place, index) => {
    largest[place] = Math.max(largest[place] as number, values[index] as number);
  });
  return largest;
}
