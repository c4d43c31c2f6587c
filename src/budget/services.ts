import type { Service } from '../topology/types.ts';
import { perNodeOf } from './demand/flows.ts';
import { type Membership, moreNodes } from './more-nodes.ts';
import type { Member } from './network/network.ts';
import type { DatabaseBudget, ServiceBudget } from './types.ts';

/** What one node of a service opens, what it can count on (`granted`), and how many more nodes there can be. */
export function serviceBudget(
  service: Service,
  memberships: readonly Membership[],
  granted: number,
  concurrent: number,
): ServiceBudget {
  const { name, nodes } = service;
  const perNode = perNodeOf(service);
  return {
    name,
    nodes,
    perNode,
    moreNodes: moreNodes(service, memberships, concurrent),
    effectivePerNode: nodes === 0 ? perNode : Math.min(perNode, granted),
  };
}

/**
 * What each node of each member gets of a database in steady state when all nodes want their most at once and an overfull
 * database gives everyone the same part of it.
 */
export function grantedBy({ scenarios: [steady], usable }: DatabaseBudget, members: readonly Member[]): number[] {
  const all = steady?.connections ?? 0;
  const byName = new Map<string, number>();
  for (const { source, nodes, connections } of steady?.breakdown ?? []) {
    if (nodes === null || nodes === 0) continue;
    let part = connections;
    if (connections === Infinity) part = usable;
    else if (all > usable) part = (connections * usable) / all;
    byName.set(source, (byName.get(source) ?? 0) + Math.floor(part / nodes));
  }
  return members.map(({ service }) => byName.get(service.name) ?? 0);
}
