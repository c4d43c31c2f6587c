import { connectionsOf, times } from '../budget/flows.ts';
import { processesOf } from '../budget/pooler.ts';
import { basinsOf, type Objective } from '../budget/sinks.ts';
import type { Site } from '../budget/site.ts';
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
    const amounts = Float64Array.from(extras);
    for (const { pool, sink, most } of parts) {
      amounts[sink] = (amounts[sink] as number) + times(most, sizes[pool] as number);
    }
    let connections = 0;
    for (let basin = 0; basin < count; basin += 1) connections += passed(basin, amounts);
    return connections;
  };
}

/** So many services deploy at once, those that grow most by it. No service may exclude another; all share one sink. */
export function largestDeploying(
  runners: readonly Runner[],
  costs: ReadonlyMap<number, Cost>,
  slots: number,
): Demand['connections'] {
  const extras = ({ flows }: Runner, nodes: number) =>
    flows.reduce((sum, { flow }) => sum + connectionsOf(flow, nodes), 0);
  const usually = runners.reduce((sum, runner) => sum + extras(runner, runner.usual), 0);
  const growth = runners.map((runner) => extras(runner, runner.most) - extras(runner, runner.usual));
  const parts = [...costs].map(([pool, { runner, usual, most }]) => ({ pool, runner, usual, more: most - usual }));
  return (sizes) => {
    const grown = Float64Array.from(growth);
    let connections = usually;
    for (const { pool, runner, usual, more } of parts) {
      const size = sizes[pool] as number;
      connections += times(usual, size);
      grown[runner] = (grown[runner] as number) + times(more, size);
    }
    for (const more of grown.sort().subarray(Math.max(0, grown.length - slots))) connections += more;
    return connections;
  };
}
