import { nodesDeploying, type Scenario } from '../demand/scenarios.ts';
import { loadsOf, type Objective } from '../network/loads.ts';
import type { DatabaseNetwork, Member } from '../network/network.ts';
import type { Load } from '../network/routes.ts';

/** One way in which a service, or one of several that never run together, can be. */
export interface Alternative {
  /** Index in the network's members. */
  readonly member: number;
  /** Nodes alive. */
  readonly nodes: number;
  readonly deploys: boolean;
  readonly loads: readonly Load[];
}

/** What is still open in a scenario. */
export interface Choices {
  /** To deploy, which loads every edge at least as much, or not; without a second alternative there is nothing to decide. */
  readonly deploys: readonly (readonly [Alternative, Alternative | undefined])[];
  /** Services that exclude each other where none is the worst in every respect: exactly one of the alternatives holds. */
  readonly oneOf: readonly (readonly Alternative[])[];
}

/** The choices of a scenario. With `free` slots whatever may deploy does, so only the worst alternatives are left. */
export function choicesOf(network: DatabaseNetwork, scenario: Scenario, objective: Objective, free: boolean): Choices {
  const deploys: [Alternative, Alternative | undefined][] = [];
  const oneOf: Alternative[][] = [];
  for (const members of network.exclusiveGroups) {
    const alternatives: Alternative[] = [];
    for (const member of members) addAlternatives(alternatives, network, scenario, objective, member, free);
    const open = alternatives.length > 1 ? withoutDominated(alternatives, free) : alternatives;
    const [first, second, third] = open;
    if (!first) continue;
    if (!second || (!third && !first.deploys && second.deploys && covers(second, first))) deploys.push([first, second]);
    else oneOf.push(open);
  }
  return { deploys, oneOf };
}

function addAlternatives(
  alternatives: Alternative[],
  network: DatabaseNetwork,
  scenario: Scenario,
  objective: Objective,
  member: number,
  free: boolean,
): void {
  const { service, flows } = network.members[member] as Member;
  if (service.when === 'deploy' && scenario.kind === 'steady') return;
  const steady = scenario.nodes(service);
  const most = nodesDeploying(scenario, service);
  const add = (nodes: number, deploys: boolean) =>
    alternatives.push({ member, nodes, deploys, loads: loadsOf(objective, flows, nodes) });
  // With free slots a deploy is never less of a load than no deploy.
  if (!free || most === steady) add(steady, false);
  if (most > steady) add(most, true);
}

/** Drops what can never be the worst: another alternative loads every edge at least as much and takes no more slots. */
function withoutDominated(alternatives: readonly Alternative[], free: boolean): Alternative[] {
  const dominates = (a: Alternative, b: Alternative) => (free || a.deploys <= b.deploys) && covers(a, b);
  return alternatives.filter((one, index) =>
    alternatives.every((other, at) => {
      if (at === index || !dominates(other, one)) return true;
      return dominates(one, other) && at > index;
    }),
  );
}

const covers = (a: Alternative, b: Alternative): boolean =>
  b.loads.every(
    ({ edge, connections }) => (a.loads.find((load) => load.edge === edge)?.connections ?? 0) >= connections,
  );
