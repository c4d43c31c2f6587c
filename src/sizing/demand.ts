import { connectionsOf, times } from '../budget/flows.ts';
import { clients } from '../budget/objectives.ts';
import { nodesDeploying, type Scenario } from '../budget/scenarios.ts';
import type { Objective } from '../budget/sinks.ts';
import type { Member, Site } from '../budget/site.ts';
import { worstSet } from '../budget/worst-set.ts';
import type { Service } from '../topology/types.ts';
import { type Ground, sized } from './ground.ts';

/** How connections (or a pooler's clients) follow from sizes in one scenario. */
export interface Demand {
  /** The worst case. */
  readonly connections: (sizes: readonly number[]) => number;
  /** What one connection more of each pool costs; pools that cost nothing are absent. */
  readonly costs: ReadonlyMap<number, Cost>;
  /** True when a connection of `a` never costs more than one of `b`, whatever the sizes, as long as `a` is no larger. */
  readonly cheaper: (a: number, b: number) => boolean;
}

/** Processes that open one connection more each. */
export interface Cost {
  readonly service: string;
  /** While the service does not deploy. */
  readonly usual: number;
  /** While it does. */
  readonly most: number;
  /** Connections that go to the same sink are alike. */
  readonly sink: number;
  /** False where another service may run in its place. */
  readonly always: boolean;
  /** True when the service opens nothing else here that its nodes multiply. */
  readonly alone: boolean;
}

/** The demand on a site (or, for the objective `clients`, on the one pooler that it has) in a scenario. */
export function demandOf(ground: Ground, site: Site, objective: Objective, scenario: Scenario): Demand {
  const slots = scenario.kind === 'steady' ? 0 : ground.topology.policy.concurrentDeploys;
  const running = runningIn(site, scenario);
  const contested = contestedWords(running.map(({ service }) => service));
  const surging = [...running, ...poolersIn(site, scenario)].filter(({ usual, most }) => most > usual);
  const free = surging.length <= slots;
  const adds = objective === clients;
  const costs = costsOf(ground, running, contested, adds);
  const plain = adds || site.poolers.every(({ pairs }) => pairs.length === 0);
  return {
    connections:
      plain && contested.size === 0
        ? summed(running, costs, slots)
        : (sizes) => worstSet(site, scenario, slots, sized(objective, ground, sizes)).connections,
    costs,
    cheaper: (a, b) => isCheaper(costs.get(a), costs.get(b), free),
  };
}

interface Running {
  readonly service: Service;
  readonly flows: Member['flows'];
  readonly usual: number;
  readonly most: number;
}

function runningIn({ members }: Site, scenario: Scenario): Running[] {
  return members
    .filter(({ service }) => service.when === 'always' || scenario.kind !== 'steady')
    .map(({ service, flows }) => ({
      service,
      flows,
      usual: scenario.nodes(service),
      most: nodesDeploying(scenario, service),
    }));
}

const poolersIn = ({ poolers }: Site, scenario: Scenario) =>
  poolers.map(({ pooler }) => ({ usual: scenario.nodes(pooler), most: nodesDeploying(scenario, pooler) }));

/** Words that several services share, of which only one runs at a time. */
function contestedWords(services: readonly Service[]): Set<string> {
  const words = services.flatMap(({ exclusive }) => exclusive ?? []);
  return new Set(words.filter((word, index) => words.indexOf(word) !== index));
}

function costsOf(
  { pooled }: Ground,
  running: readonly Running[],
  contested: ReadonlySet<string>,
  adds: boolean,
): Map<number, Cost> {
  const costs = new Map<number, Cost>();
  for (const { service, flows, usual, most } of running) {
    const opens = flows.reduce(
      (sum, { flow }) => sum + (pooled.get(flow)?.pools.length ?? 0) + Math.sign(flow.perNode),
      0,
    );
    const always = service.exclusive === null || !contested.has(service.exclusive);
    for (const { sink, flow } of most === 0 ? [] : flows) {
      const { processes, pools } = pooled.get(flow) ?? { processes: 0, pools: [] };
      for (const pool of pools) {
        costs.set(pool, {
          service: service.name,
          usual: usual * processes,
          most: most * processes,
          sink: adds ? 0 : sink,
          always,
          alone: opens === 1,
        });
      }
    }
  }
  return costs;
}

/** Where everything adds up, the worst set is what grows most by deploying. */
function summed(running: readonly Running[], costs: ReadonlyMap<number, Cost>, slots: number): Demand['connections'] {
  const pools = [...costs];
  const fixed = (flows: Member['flows'], nodes: number) =>
    flows.reduce((sum, { flow }) => sum + connectionsOf(flow, nodes), 0);
  const base = running.reduce((sum, { flows, usual }) => sum + fixed(flows, usual), 0);
  const growth = running.map(({ flows, usual, most }) => fixed(flows, most) - fixed(flows, usual));
  const growing = new Map(running.map(({ service }, index) => [service.name, index]));
  const parts = pools.map(([pool, { service, usual, most }]) => ({
    pool,
    usual,
    more: most - usual,
    at: growing.get(service) as number,
  }));
  const grows = running.filter(({ usual, most }) => most > usual).length;
  return (sizes) => {
    const grown = [...growth];
    let connections = base;
    for (const { pool, usual, more, at } of parts) {
      const size = sizes[pool] as number;
      connections += times(usual, size);
      grown[at] = (grown[at] as number) + times(more, size);
    }
    if (slots < grows) grown.sort((a, b) => (a === b ? 0 : b - a)).length = slots;
    for (const more of grown) connections += more;
    return connections;
  };
}

/** The reason why cheaper pools come first in ties: with a connection moved from `b` to `a`, no choice of deploys is worse. */
function isCheaper(a: Cost | undefined, b: Cost | undefined, free: boolean): boolean {
  if (!a) return true;
  if (!b) return false;
  if (a.service === b.service) return a.sink === b.sink;
  if (a.sink !== b.sink || !b.always) return false;
  if (free) return a.most <= b.most;
  if (a.most <= b.usual) return true;
  // A set of deploys that includes `a` can include `b` in its place: that grows at least as much.
  return a.always && a.alone && a.usual <= b.usual && a.most - a.usual <= b.most - b.usual;
}
