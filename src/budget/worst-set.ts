import { type Alternative, type Choices, choicesOf } from './choices.ts';
import { bestDeploys } from './deploy-search.ts';
import { processesOf } from './pooler.ts';
import { nodesDeploying, type Scenario } from './scenarios.ts';
import { addLoads, basinsOf, changeOf, type Objective } from './sinks.ts';
import type { Member, Site } from './site.ts';

/** The worst case: what runs, what deploys, and what it adds up to on the database. */
export interface Outcome {
  readonly connections: number;
  /** Nodes alive of each member of the site; 0 for one that does not run. */
  readonly nodes: readonly number[];
  /** Nodes alive, and pool-carrying processes in them, of each pooler of the site. */
  readonly poolers: readonly { readonly nodes: number; readonly processes: number }[];
  /** What each sink carries. */
  readonly amounts: Float64Array;
  /** Services, then poolers, in file order. */
  readonly deploying: readonly string[];
}

/**
 * The worst case of a site in a scenario: of all sets of at most `concurrent` services and poolers that may deploy
 * together, and of all services that exclude each other, the ones that make the objective the most possible. Exact:
 * poolers' rollouts and exclusive services are tried in every combination, the services' rollouts by `bestDeploys`.
 */
export function worstSet(site: Site, scenario: Scenario, concurrent: number, objective: Objective): Outcome {
  const slots = scenario.kind === 'steady' ? 0 : concurrent;
  const choices = choicesOf(site, scenario, objective, slots === Infinity);
  let worst: Outcome | null = null;
  for (const poolerNodes of rollouts(site, scenario, slots)) {
    const taken = poolersDeploying(site, scenario, poolerNodes).length;
    for (const fixed of combinations(choices.oneOf, slots - taken)) {
      const left = slots - taken - fixed.filter(({ deploys }) => deploys).length;
      const outcome = decide(site, scenario, objective, poolerNodes, fixed, choices.deploys, left);
      if (!worst || outcome.connections > worst.connections) worst = outcome;
    }
  }
  return worst as Outcome;
}

/** The nodes of each pooler, in every way in which at most `slots` of them deploy; only the fullest way if slots are free. */
function* rollouts(site: Site, scenario: Scenario, slots: number, from = 0): Generator<number[]> {
  const pooler = site.poolers[from]?.pooler;
  if (!pooler) {
    yield [];
    return;
  }
  const usual = scenario.nodes(pooler);
  const deploying = nodesDeploying(scenario, pooler);
  const mayDeploy = slots > 0 && deploying > usual;
  // More processes never serve less; with slots to choose for, a rollout is named only if it makes things worse.
  if (!mayDeploy || slots !== Infinity) {
    for (const rest of rollouts(site, scenario, slots, from + 1)) yield [usual, ...rest];
  }
  if (mayDeploy) for (const rest of rollouts(site, scenario, slots - 1, from + 1)) yield [deploying, ...rest];
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

/** With all else fixed: lets the services deploy that make it worst, and reads off what that leads to. */
function decide(
  site: Site,
  scenario: Scenario,
  objective: Objective,
  poolerNodes: readonly number[],
  fixed: readonly Alternative[],
  deploys: Choices['deploys'],
  slots: number,
): Outcome {
  const processes = site.poolers.map(({ pooler }, index) => processesOf(pooler, poolerNodes[index] as number));
  const amounts = new Float64Array(site.offsets.at(-1) as number);
  const running = [...fixed, ...deploys.map(([usual]) => usual)];
  for (const { loads } of running) addLoads(amounts, loads);
  const open = deploys.flatMap(([usual, deploying], index) =>
    deploying ? [{ at: fixed.length + index, deploying, loads: changeOf(usual.loads, deploying.loads) }] : [],
  );
  const found = bestDeploys(basinsOf(site, processes, objective), amounts, open, slots);
  for (const chosen of found.chosen) {
    const { at, deploying, loads } = open[chosen] as (typeof open)[number];
    running[at] = deploying;
    addLoads(amounts, loads);
  }
  const nodes = site.members.map(() => 0);
  const deploying: string[] = [];
  for (const alternative of running) nodes[alternative.member] = alternative.nodes;
  for (const { member, deploys } of running.sort((a, b) => a.member - b.member)) {
    if (deploys) deploying.push((site.members[member] as Member).service.name);
  }
  return {
    connections: found.connections,
    nodes,
    poolers: site.poolers.map((_, index) => ({
      nodes: poolerNodes[index] as number,
      processes: processes[index] as number,
    })),
    amounts,
    deploying: [...deploying, ...poolersDeploying(site, scenario, poolerNodes)],
  };
}

function poolersDeploying(site: Site, scenario: Scenario, nodes: readonly number[]): string[] {
  return site.poolers
    .filter(({ pooler }, index) => (nodes[index] as number) > scenario.nodes(pooler))
    .map(({ pooler }) => pooler.name);
}
