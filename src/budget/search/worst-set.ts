import { nodesDeploying, type Scenario } from '../demand/scenarios.ts';
import { changeOf, limitedRoutesOf, type Objective, routesOf } from '../network/loads.ts';
import type { DatabaseNetwork } from '../network/network.ts';
import { processesOf } from '../network/pooler.ts';
import { addLoads, type Load, passedOn } from '../network/routes.ts';
import { type Alternative, type Choices, choicesOf } from './choices.ts';
import { roomIn } from './deploy-position.ts';
import { bestDeploys, type SearchGoal } from './deploy-search.ts';

/** The worst case: what runs, what deploys, and what it adds up to on the database. */
export interface Outcome {
  /** No sequence of events opens more. */
  readonly connections: number;
  /** Of these, how many no set of deploys is known to open: 0 unless the search was cut short. */
  readonly unsearched: number;
  /** Nodes alive of each member of the network; 0 for one that does not run. */
  readonly nodes: readonly number[];
  /** Nodes alive, and pool-carrying processes in them, of each pooler of the network. */
  readonly poolers: readonly { readonly nodes: number; readonly processes: number }[];
  /** What each edge carries. */
  readonly amounts: Float64Array;
  /** Services, then poolers, in file order. */
  readonly deploying: readonly string[];
}

/**
 * The worst case of a network in a scenario: of all sets of at most `concurrent` services and poolers that may deploy
 * together, and of all services that exclude each other, the ones that make the objective the most possible. Exact:
 * poolers' rollouts and exclusive services are tried in every combination, the services' rollouts by `bestDeploys`. With
 * a `limit` it ends as soon as that is exceeded, and when it is not, the outcome is one of those that keep it.
 */
export function worstSet(
  network: DatabaseNetwork,
  scenario: Scenario,
  concurrent: number,
  objective: Objective,
  limit: number | null = null,
): Outcome {
  const slots = scenario.kind === 'steady' ? 0 : concurrent;
  const alone = network.exclusiveGroups.length === network.members.length;
  if (alone && (slots === 0 || slots === Infinity)) return settled(network, scenario, objective);
  const choices = choicesOf(network, scenario, objective, slots === Infinity);
  const known = { above: limit ?? -1, enough: limit ?? Infinity };
  let [worst, atMost]: [Outcome | null, number] = [null, 0];
  for (const poolerNodes of rollouts(network, scenario, slots)) {
    const taken = poolersDeploying(network, scenario, poolerNodes).length;
    for (const fixed of combinations(choices.oneOf, slots - taken)) {
      const left = slots - taken - fixed.filter(({ deploys }) => deploys).length;
      const goal = { ...known, above: Math.max(known.above, worst ? reachedIn(worst) : -1) };
      const outcome = decide(network, scenario, objective, poolerNodes, fixed, choices.deploys, left, goal);
      atMost = Math.max(atMost, outcome.connections);
      if (!worst || reachedIn(outcome) > reachedIn(worst)) worst = outcome;
      if (reachedIn(worst) > known.enough) return worst;
    }
  }
  return { ...(worst as Outcome), connections: atMost, unsearched: roomIn(atMost, reachedIn(worst as Outcome)) };
}

/** What the deploys of an outcome really open. */
const reachedIn = ({ connections, unsearched }: Outcome): number => roomIn(connections, unsearched);

/** The nodes of each pooler, in every way in which at most `slots` of them deploy; only the fullest way if slots are free. */
function* rollouts(network: DatabaseNetwork, scenario: Scenario, slots: number, from = 0): Generator<number[]> {
  const pooler = network.poolers[from]?.pooler;
  if (!pooler) {
    yield [];
    return;
  }
  const steady = scenario.nodes(pooler);
  const deploying = nodesDeploying(scenario, pooler);
  const mayDeploy = slots > 0 && deploying > steady;
  // More processes never serve less; with slots to choose for, a rollout is named only if it makes things worse.
  if (!mayDeploy || slots !== Infinity) {
    for (const rest of rollouts(network, scenario, slots, from + 1)) yield [steady, ...rest];
  }
  if (mayDeploy) for (const rest of rollouts(network, scenario, slots - 1, from + 1)) yield [deploying, ...rest];
}

/** One alternative of each, in every combination with at most `slots` that deploy. */
function* combinations(oneOf: Choices['oneOf'], slots: number, from = 0): Generator<Alternative[]> {
  const alternatives = oneOf[from];
  if (!alternatives) {
    yield [];
    return;
  }
  for (const alternative of alternatives) {
    if (alternative.deploys && slots === 0) continue;
    for (const rest of combinations(oneOf, slots - Number(alternative.deploys), from + 1)) yield [alternative, ...rest];
  }
}

/** Nothing to decide: either nothing deploys or everything does, and every service that exists runs. */
function settled(network: DatabaseNetwork, scenario: Scenario, objective: Objective): Outcome {
  const amounts = new Float64Array(network.firstEdges.at(-1) as number);
  const nodes = network.members.map(({ service, flows }) => {
    if (service.when === 'deploy' && scenario.kind === 'steady') return 0;
    const alive = nodesDeploying(scenario, service);
    for (const { edge, flow } of flows) amounts[edge] = (amounts[edge] as number) + objective.amount(flow, alive);
    return alive;
  });
  const poolerNodes = network.poolers.map(({ pooler }) => nodesDeploying(scenario, pooler));
  const routes = routesOf(network, processesAlive(network, poolerNodes), objective);
  return outcomeOf(network, scenario, nodes, poolerNodes, amounts, passedOn(routes, amounts));
}

/** With all else fixed: lets the services deploy that make it worst. */
function decide(
  network: DatabaseNetwork,
  scenario: Scenario,
  objective: Objective,
  poolerNodes: readonly number[],
  fixed: readonly Alternative[],
  deploys: Choices['deploys'],
  slots: number,
  goal: SearchGoal,
): Outcome {
  const amounts = new Float64Array(network.firstEdges.at(-1) as number);
  const nodes = network.members.map(() => 0);
  const run = (alternative: Alternative, loads: readonly Load[]) => {
    nodes[alternative.member] = alternative.nodes;
    addLoads(amounts, loads);
  };
  for (const alternative of fixed) run(alternative, alternative.loads);
  for (const [steady] of deploys) run(steady, steady.loads);
  const open = deploys.flatMap(([steady, deploying]) =>
    deploying ? [{ steady, deploying, loads: changeOf(steady.loads, deploying.loads) }] : [],
  );
  const processes = processesAlive(network, poolerNodes);
  if (open.length === 0) {
    const connections = passedOn(routesOf(network, processes, objective), amounts);
    return outcomeOf(network, scenario, nodes, poolerNodes, amounts, connections);
  }
  const routes = limitedRoutesOf(network, processes, objective);
  const found = bestDeploys(routes, amounts, open, slots, goal);
  for (const { steady, deploying, loads } of found.chosen) {
    nodes[steady.member] = 0;
    run(deploying, loads);
  }
  const outcome = outcomeOf(network, scenario, nodes, poolerNodes, amounts, found.atMost);
  return { ...outcome, unsearched: roomIn(found.atMost, found.connections) };
}

function outcomeOf(
  network: DatabaseNetwork,
  scenario: Scenario,
  nodes: readonly number[],
  poolerNodes: readonly number[],
  amounts: Float64Array,
  connections: number,
): Outcome {
  const processes = processesAlive(network, poolerNodes);
  const poolers = poolerNodes.map((alive, index) => ({ nodes: alive, processes: processes[index] as number }));
  const deploying: string[] = [];
  network.members.forEach(({ service }, index) => {
    if (service.when === 'always' && (nodes[index] as number) > scenario.nodes(service)) deploying.push(service.name);
  });
  deploying.push(...poolersDeploying(network, scenario, poolerNodes));
  return { connections, unsearched: 0, nodes, poolers, amounts, deploying };
}

const processesAlive = ({ poolers }: DatabaseNetwork, nodes: readonly number[]): number[] =>
  poolers.map(({ pooler }, index) => processesOf(pooler, nodes[index] as number));

function poolersDeploying(network: DatabaseNetwork, scenario: Scenario, nodes: readonly number[]): string[] {
  return network.poolers
    .filter(({ pooler }, index) => (nodes[index] as number) > scenario.nodes(pooler))
    .map(({ pooler }) => pooler.name);
}
