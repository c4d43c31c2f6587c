import type { Service } from '../topology/types.ts';
import { times } from './demand/flows.ts';
import { nodesDeployingFrom, type Scenario } from './demand/scenarios.ts';
import { changeOf, loadsOf, type Objective, routesOf } from './network/loads.ts';
import type { DatabaseNetwork, Member } from './network/network.ts';
import { addLoads, type Load } from './network/routes.ts';
import { type Ranking, topWithout } from './search/ranking.ts';
import { type Outcome, worstSet } from './search/worst-set.ts';

/** No service can be given more nodes than the topology file accepts. */
const mostNodes = 1_000_000;

/** A limit that a scenario's worst case must keep: connections of a database, or clients of a pooler. */
export interface Constraint {
  readonly network: DatabaseNetwork;
  readonly scenario: Scenario;
  readonly objective: Objective;
  readonly limit: number;
  readonly outcome: Outcome;
  /** What the objective can come to when clients of the poolers never run out. */
  readonly ceiling: number;
  readonly ranking: Ranking | null;
}

/** A service's place in constraints that share a network: its index among the members. */
export interface Membership {
  readonly constraints: readonly Constraint[];
  readonly member: number;
}

/** A constraint as one service sees it. */
type ServiceConstraint =
  | LinearConstraint
  | { readonly kind: 'searched'; readonly constraint: Constraint; readonly worst: (added: number) => number };

/** Where connections add up: what the others come to beside the service when it does not deploy, and when it does. */
interface LinearConstraint {
  readonly kind: 'linear';
  readonly constraint: Constraint;
  readonly besideSteady: number;
  readonly besideDeploying: number;
  readonly perNode: number;
  readonly perService: number;
}

/**
 * Nodes that can be added to a service (to `nodes`, the autoscaler's maximum and the user's scenarios alike) before it
 * breaks one of the limits it contributes to. Negative: how many are too many, all of them if even that does not help;
 * null: no number breaks any.
 */
export function moreNodes(service: Service, memberships: readonly Membership[], concurrent: number): number | null {
  const views: ServiceConstraint[] = [];
  for (const { constraints, member } of memberships) {
    for (const constraint of constraints) {
      const view = viewOf(service, constraint, member, concurrent);
      if (view) views.push(view);
    }
  }
  const fits = (added: number) => views.every((view) => worstWith(service, view, added) <= view.constraint.limit);
  if (!fits(0)) {
    const all = Math.max(0, ...views.map(({ constraint }) => constraint.scenario.nodes(service)));
    return 0 - Math.min(all, boundary((removed) => !fits(-removed), 0, all) + 1);
  }
  const most = Math.min(mostNodes, ...views.map(atMost));
  if (fits(most)) return most === mostNodes ? null : most;
  return boundary(fits, Math.min(...views.map((view) => likely(service, view, most))), most - 1);
}

/**
 * The largest whole number from 0 to `last` for which a condition holds that holds for 0 and, once broken, stays broken.
 * In growing steps from the guess, then by bisection: short when the guess is good.
 */
function boundary(holds: (n: number) => boolean, guess: number, last: number): number {
  let [low, high] = [0, last + 1];
  const probe = (n: number) => {
    if (holds(n)) low = n;
    else high = n;
  };
  for (let [near, step] = [Math.max(1, guess - 2), 4]; near > low && near < high; step *= 2) {
    probe(near);
    near = near === low ? low + step : high - step;
  }
  while (high - low > 1) probe(Math.floor((low + high) / 2));
  return low;
}

/** Where the view's limit breaks if its worst case grows evenly up to `most` more nodes. */
function likely(service: Service, view: ServiceConstraint, most: number): number {
  const { limit, outcome } = view.constraint;
  const reached = worstWith(service, view, most);
  return reached <= limit ? most : Math.floor((most * (limit - outcome.connections)) / (reached - outcome.connections));
}

/**
 * The worst case of a view's objective with nodes added to (or, below zero, taken from) the service; once its limit is
 * exceeded, the first case found that exceeds it.
 */
function worstWith(service: Service, view: ServiceConstraint, added: number): number {
  if (view.kind === 'searched') return view.worst(added);
  const { scenario } = view.constraint;
  const steady = Math.max(0, scenario.nodes(service) + added);
  const deploying = view.besideDeploying + opened(view, nodesDeployingFrom(scenario.kind, service, steady));
  return view.besideSteady > view.besideDeploying
    ? Math.max(deploying, view.besideSteady + opened(view, steady))
    : deploying;
}

const opened = ({ perNode, perService }: LinearConstraint, nodes: number): number =>
  times(nodes, perNode) + (nodes > 0 ? perService : 0);

/** More nodes than this break the view's limit for certain: in steady state each adds what it opens. */
function atMost(view: ServiceConstraint): number {
  if (view.kind === 'searched' || view.constraint.scenario.kind !== 'steady' || view.perNode === 0) return Infinity;
  return Math.floor((view.constraint.limit - view.constraint.outcome.connections) / view.perNode);
}

/** Null where the service can never break the limit: all it opens goes through poolers that are not large enough. */
function viewOf(
  service: Service,
  constraint: Constraint,
  member: number,
  concurrent: number,
): ServiceConstraint | null {
  const { network, scenario, objective, limit, outcome, ranking } = constraint;
  const { flows } = network.members[member] as Member;
  const pooled = !objective.additive && flows.some(({ edge }) => edge > 0);
  if (pooled && constraint.ceiling <= constraint.limit && flows.every(({ edge }) => edge > 0)) return null;
  const settled = (scenario.kind === 'steady' || concurrent === Infinity) && service.exclusive === null;
  if (settled && pooled) {
    const change = changeFrom(constraint, loadsOf(objective, flows, outcome.nodes[member] as number));
    const worst = (added: number) => {
      const nodes = nodesDeployingFrom(scenario.kind, service, Math.max(0, scenario.nodes(service) + added));
      return outcome.connections + change(loadsOf(objective, flows, nodes));
    };
    return { kind: 'searched', constraint, worst };
  }
  if (settled) {
    // All that may deploy does already: nothing else changes with this service.
    const beside = outcome.connections - amountOf(flows, objective, outcome.nodes[member] as number);
    return linear(constraint, flows, beside, beside);
  }
  if (ranking) {
    const growth = ranking.growth[member] as number;
    const others = ranking.steady - amountOf(flows, objective, scenario.nodes(service));
    return linear(
      constraint,
      flows,
      others + topWithout(ranking.full, growth),
      others + topWithout(ranking.oneFewer, growth),
    );
  }
  const worst = (added: number) =>
    worstSet(network, shifted(scenario, service, added), concurrent, objective, limit).connections;
  return { kind: 'searched', constraint, worst };
}

function linear(
  constraint: Constraint,
  flows: Member['flows'],
  besideSteady: number,
  besideDeploying: number,
): LinearConstraint {
  const perNode = flows.reduce((sum, { flow }) => sum + flow.perNode, 0);
  const perService = flows.reduce((sum, { flow }) => sum + flow.perService, 0);
  return { kind: 'linear', constraint, besideSteady: besideSteady, besideDeploying, perNode, perService };
}

const amountOf = (flows: Member['flows'], { amount }: Objective, nodes: number): number =>
  flows.reduce((sum, { flow }) => sum + amount(flow, nodes), 0);

function shifted(scenario: Scenario, service: Service, added: number): Scenario {
  const nodes: Scenario['nodes'] = (subject) =>
    subject.name === service.name ? Math.max(0, scenario.nodes(subject) + added) : scenario.nodes(subject);
  return { ...scenario, nodes };
}

/** What other loads of one service change on the database while everything else stays as it is. */
function changeFrom(
  { network, objective, outcome }: Constraint,
  before: readonly Load[],
): (after: readonly Load[]) => number {
  const processes = outcome.poolers.map((pooler) => pooler.processes);
  const routes = routesOf(network, processes, objective);
  const now = Array.from({ length: routes.count }, (_, route) => routes.passed(route, outcome.amounts));
  const amounts = outcome.amounts.slice();
  return (after) => {
    amounts.set(outcome.amounts);
    const changes = changeOf(before, after);
    addLoads(amounts, changes);
    let connections = 0;
    for (const route of new Set(changes.map(({ edge }) => routes.routeOf(edge)))) {
      connections += routes.passed(route, amounts) - (now[route] as number);
    }
    return connections;
  };
}
