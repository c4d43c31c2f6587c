import type { Service } from '../topology/types.ts';
import type { Load } from './deploy-search.ts';
import { nodesDeploying, type Scenario } from './scenarios.ts';
import { loadsOf, type Objective } from './sinks.ts';
import type { Site } from './site.ts';

/** One way in which a service, or one of several that never run together, can be. */
export interface Alternative {
  readonly service: Service;
  /** Nodes alive. */
  readonly nodes: number;
  readonly deploys: boolean;
  readonly loads: readonly Load[];
}

/** What is still open in a scenario. */
export interface Choices {
  /** To deploy, which loads every sink at least as much, or not; without a second alternative there is nothing to decide. */
  readonly deploys: readonly (readonly [Alternative, Alternative | undefined])[];
  /** Services that exclude each other where none is the worst in every respect: exactly one of the alternatives holds. */
  readonly oneOf: readonly (readonly Alternative[])[];
}

/** The choices of a scenario. With `free` slots whatever may deploy does, so only the worst alternatives are left. */
export function choicesOf(site: Site, scenario: Scenario, objective: Objective, free: boolean): Choices {
  const deploys: [Alternative, Alternative | undefined][] = [];
  const oneOf: Alternative[][] = [];
  for (const services of exclusiveGroups(site.services)) {
    const alternatives = services
      .filter(({ when }) => when === 'always' || scenario.kind !== 'steady')
      .flatMap((service) => alternativesOf(site, scenario, objective, service));
    const open = alternatives.length > 1 ? withoutDominated(alternatives, free) : alternatives;
    const [first, second, third] = open;
    if (!first) continue;
    if (!second || (!third && !first.deploys && second.deploys && covers(second, first))) deploys.push([first, second]);
    else oneOf.push(open);
  }
  return { deploys, oneOf };
}

/** Services that never run together; a service without that word is a group of its own. */
function exclusiveGroups(services: readonly Service[]): Iterable<Service[]> {
  const groups = new Map<string | Service, Service[]>();
  for (const service of services) {
    const key = service.exclusive ?? service;
    const group = groups.get(key);
    if (group) group.push(service);
    else groups.set(key, [service]);
  }
  return groups.values();
}

function alternativesOf(site: Site, scenario: Scenario, objective: Objective, service: Service): Alternative[] {
  const usual = scenario.nodes(service);
  const most = nodesDeploying(scenario, service);
  const steady = { service, nodes: usual, deploys: false, loads: loadsOf(site, objective, service, usual) };
  if (most === usual) return [steady];
  return [steady, { service, nodes: most, deploys: true, loads: loadsOf(site, objective, service, most) }];
}

/** Drops what can never be the worst: another alternative loads every sink at least as much and takes no more slots. */
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
    ({ sink, connections }) => (a.loads.find((load) => load.sink === sink)?.connections ?? 0) >= connections,
  );
