import type { Service } from '../topology/types.ts';
import { flowsOf } from './flows.ts';
import { moreNodes, type Standing } from './more-nodes.ts';
import type { Addend, ServiceBudget } from './types.ts';

/** A service's share of one database in steady state. */
export interface Holding {
  readonly addend: Addend;
  /** All connections of that database, and what it can give. */
  readonly connections: number;
  readonly usable: number;
}

/** What one node of a service opens, what it can count on, and how many more nodes there can be. */
export function serviceBudget(
  service: Service,
  standings: readonly Standing[],
  holdings: readonly Holding[],
  concurrent: number,
): ServiceBudget {
  const perNode = flowsOf(service).reduce((sum, flow) => sum + flow.perNode, 0);
  return {
    name: service.name,
    nodes: service.nodes,
    perNode,
    moreNodes: moreNodes(service, standings, concurrent),
    effectivePerNode: service.nodes === 0 ? perNode : Math.min(perNode, granted(service, holdings)),
  };
}

/** What each node gets when all nodes want their most at once and an overfull database gives everyone the same part of it. */
function granted({ nodes }: Service, holdings: readonly Holding[]): number {
  return holdings.reduce((sum, { addend, connections, usable }) => {
    if (connections <= usable) return sum + Math.floor(addend.connections / nodes);
    if (addend.connections === Infinity) return sum + Math.floor(usable / nodes);
    return sum + Math.floor((addend.connections * usable) / (connections * nodes));
  }, 0);
}
