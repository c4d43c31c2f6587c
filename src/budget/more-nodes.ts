import type { Service } from '../topology/types.ts';
import { nodesDeploying, type Scenario } from './scenarios.ts';
import { addLoads, basinsOf, changeOf, loadsOf, type Objective } from './sinks.ts';
import type { Site } from './site.ts';
import { type Outcome, worstSet } from './worst-set.ts';

/** No service can be given more nodes than the topology file accepts. */
const mostNodes = 1_000_000;

/** A limit that a scenario's worst case must keep: connections of a database, or clients of a pooler. */
export interface Standing {
  readonly site: Site;
  readonly scenario: Scenario;
  readonly objective: Objective;
  readonly limit: number;
  readonly outcome: Outcome;
}

/**
 * Nodes that can be added to a service (to `nodes`, the autoscaler's maximum and the user's scenarios alike) before it
 * breaks one of the limits it contributes to. Negative: how many are too many, all of them if even that does not help;
 * null: no number breaks any.
 */
export function moreNodes(service: Service, standings: readonly Standing[], concurrent: number): number | null {
  const fits = (added: number) =>
    standings.every((standing) => connectionsWith(service, added, standing, concurrent) <= standing.limit);
  if (!fits(0)) {
    const all = Math.max(0, ...standings.map(({ scenario }) => scenario.nodes(service)));
    return 0 - Math.min(all, boundary((removed) => !fits(-removed), all) + 1);
  }
  const most = boundary(fits, mostNodes);
  return most === mostNodes ? null : most;
}

/** The largest whole number from 0 to `last` for which a condition holds that holds for 0 and, once broken, stays broken. */
function boundary(holds: (n: number) => boolean, last: number): number {
  let step = 1;
  while (step <= last && holds(step)) step *= 2;
  let [low, high] = [Math.floor(step / 2), Math.min(step, last + 1)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The worst case of a standing's objective with nodes added to (or, below zero, taken from) one service. */
function connectionsWith(service: Service, added: number, standing: Standing, concurrent: number): number {
  const { site, scenario, objective, outcome } = standing;
  if (added === 0) return outcome.connections;
  const nodes: Scenario['nodes'] = (subject) =>
    subject.name === service.name ? Math.max(0, scenario.nodes(subject) + added) : scenario.nodes(subject);
  const changed: Scenario = { ...scenario, nodes };
  const settled = scenario.kind === 'steady' || concurrent === Infinity;
  if (!settled || service.exclusive !== null) return worstSet(site, changed, concurrent, objective).connections;
  // All that may deploy does already: nothing else changes with this service.
  const before = loadsOf(site, objective, service, outcome.nodes.get(service.name) ?? 0);
  const after = loadsOf(site, objective, service, nodesDeploying(changed, service));
  return outcome.connections + passedOn(standing, before, after);
}

/** What a change of one service's loads changes on the database while everything else stays as it is. */
function passedOn({ site, objective, outcome }: Standing, before: Loads, after: Loads): number {
  const changes = changeOf(before, after);
  if (changes.every(({ sink }) => sink === 0)) return changes.reduce((sum, { connections }) => sum + connections, 0);
  const processes = outcome.poolers.map((pooler) => pooler.processes);
  const basins = basinsOf(site, processes, objective);
  const amounts = Float64Array.from(outcome.amounts);
  addLoads(amounts, changes);
  let connections = 0;
  for (const basin of new Set(changes.map(({ sink }) => basins.basinOf(sink)))) {
    connections += basins.passed(basin, amounts) - basins.passed(basin, outcome.amounts);
  }
  return connections;
}

type Loads = ReturnType<typeof loadsOf>;
