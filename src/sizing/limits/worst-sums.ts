import { connectionsOf, times } from '../../budget/demand/flows.ts';
import { basinsOf, type Objective } from '../../budget/network/loads.ts';
import type { Site } from '../../budget/network/network.ts';
import { processesOf } from '../../budget/network/pooler.ts';
import type { Cost, Demand, Runner } from './demand-types.ts';

/** Everything deploys at once, so what each sink carries is a plain sum. No service may exclude another. */
export function allDeploying({
  site,
  objective,
  runners,
  costs,
  sinkOf,
  nodes,
}: {
  readonly site: Site;
  readonly objective: Objective;
  readonly runners: readonly Runner[];
  readonly costs: ReadonlyMap<number, Cost>;
  readonly sinkOf: (sink: number) => number;
  /** Nodes of each pooler of the site. */
  readonly nodes: readonly number[];
}): Demand['connections'] {
  const extras = new Float64Array(site.offsets.at(-1) as number);
  for (const { flows, most } of runners) {
    for (const { sink, flow } of flows) {
      const at = sinkOf(sink);
      extras[at] = (extras[at] as number) + connectionsOf(flow, most);
    }
  }
  const processes = site.poolers.map(({ pooler }, index) => processesOf(pooler, nodes[index] as number));
  const { count, passed } = basinsOf(site, processes, objective);
  const parts = [...costs].map(([pool, { sink, most }]) => ({ pool, sink, most }));
  return (sizes) => {
    const amounts = extras.slice();
    for (const { pool, sink, most } of parts) {
      amounts[sink] = (amounts[sink] as number) + times(most, sizes[pool] as number);
    }
    let connections = 0;
    for (let basin = 0; basin < count; basin += 1) connections += passed(basin, amounts);
    return connections;
  };
}

/**
 * So many services deploy at once, those that grow most by it; of services that exclude each other, the one runs that
 * makes it the most. All share one sink.
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
  const [usually, mostly] = [extras(({ usual }) => usual), extras(({ most }) => most)];
  const parts = [...costs].map(([pool, { runner, usual, most }]) => ({ pool, runner, usual, most }));
  return (sizes) => {
    const [before, after] = [usually.slice(), mostly.slice()];
    for (const { pool, runner, usual, most } of parts) {
      const size = sizes[pool] as number;
      before[runner] = (before[runner] as number) + times(usual, size);
      after[runner] = (after[runner] as number) + times(most, size);
    }
    const [usual, most] = [maxima(before, firsts), maxima(after, firsts)];
    const growth = most.map((count, index) => (count === usual[index] ? 0 : count - (usual[index] as number)));
    if (slots < growth.length) growth.sort();
    let connections = 0;
    for (const count of usual) connections += count;
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
