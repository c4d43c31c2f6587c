import { othersOf, usableOf } from '../../budget/database.ts';
import type { Scenario } from '../../budget/demand/scenarios.ts';
import { inUse } from '../../budget/network/objectives.ts';
import { chanceBeyond, mostInUse, newMemory } from '../in-use/connections.ts';
import { demandOf } from './demand.ts';
import { networkWith, type SizingProblem } from './problem.ts';
import { acceptedProbability } from './target.ts';
import type { Limit } from './types.ts';

/**
 * What sizes must keep for a database that is judged by probability, none for any other: in every scenario, the most
 * connections in use at once but for the policy's probability are usable. Larger pools never make that less as long as the
 * same services are the ones that deploy; where `concurrent_deploys` lets sizes change which, sizes that keep it are found
 * all the same, though not always the largest.
 */
export function probabilityLimits(problem: SizingProblem, scenarios: readonly Scenario[]): Limit[] {
  const { network, topology, pools } = problem;
  const { database } = network;
  const probability = acceptedProbability(database, topology.policy);
  if (probability === null) return [];
  const usable = usableOf(database);
  const others = othersOf(database);
  const memory = newMemory();
  return scenarios.map((scenario) => {
    const demand = demandOf(problem, network, inUse, scenario);
    return {
      ...demand,
      holder: database.name,
      pooler: null,
      probability,
      network,
      scenario,
      room: usable - others,
      worst: demand.connections,
      connections: (sizes) => mostInUse(networkWith(problem, sizes), scenario, topology.policy, probability) - others,
      isKept: (sizes) =>
        chanceBeyond(networkWith(problem, sizes), scenario, topology.policy, usable, memory) <= probability,
      // A pool of one connection more has at most one more in use in each process, and exactly that without traffic.
      cheaper: (a, b) => pools[b]?.service.traffic === null && demand.cheaper(a, b),
    };
  });
}
