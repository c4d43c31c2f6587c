import type { Service } from '../topology/types.ts';
import { flowsOf } from './flows.ts';
import { moreNodes, type Standing } from './more-nodes.ts';
import type { DatabaseBudget, ServiceBudget } from './types.ts';

/** What one node of a service opens, what it can count on, and how many more nodes there can be. */
export function serviceBudget(
  service: Service,
  standings: readonly Standing[],
  granted: number,
  concurrent: number,
): ServiceBudget {
  const { name, nodes } = service;
  const perNode = flowsOf(service).reduce((sum, flow) => sum + flow.perNode, 0);
  return {
    name,
    nodes,
    perNode,
    moreNodes: moreNodes(service, standings, concurrent),
    effectivePerNode: nodes === 0 ? perNode : Math.min(perNode, granted),
  };
}

/**
 * Adds to `granted` what each node of every service gets of a database in steady state when all nodes want their most at
 * once and an overfull database gives everyone the same part of it.
 */
export function grant(granted: Map<string, number>, { scenarios: [steady], usable }: DatabaseBudget): void {
  for (const { source, nodes, connections } of steady?.breakdown ?? []) {
    if (nodes === null || nodes === 0) continue;
    const all = steady?.connections ?? 0;
    let part = connections;
    if (connections === Infinity) part = usable;
    else if (all > usable) part = (connections * usable) / all;
    granted.set(source, (granted.get(source) ?? 0) + Math.floor(part / nodes));
  }
}
