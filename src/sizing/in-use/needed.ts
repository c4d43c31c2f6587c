import { scenariosOf } from '../../budget/demand/scenarios.ts';
import { networksOf, subjectsOf } from '../../budget/network/network.ts';
import type { Budget, DatabaseBudget } from '../../budget/types.ts';
import type { Topology } from '../../topology/types.ts';
import { acceptedProbability } from '../limits/target.ts';
import type { Needed } from '../types.ts';
import { mostInUse } from './connections.ts';

/**
 * What every database has to be able to give, in file order: the connections of its worst case, or those in use but for the
 * accepted probability, or both; whatever it is judged by. `budget` is the topology's own.
 */
export function neededOf(topology: Topology, budget: Pick<Budget, 'databases'>): Needed[][] {
  const { databases, policy } = topology;
  const isLikely = databases.some((each) => acceptedProbability(each, policy) !== null);
  const networks = isLikely ? networksOf(topology) : [];
  const scenariosFor = scenariosOf(topology);
  return databases.map((database, index) => {
    const { scenarios } = budget.databases[index] as DatabaseBudget;
    const worst = scenarios.map(({ name, connections }) => ({ scenario: name, connections, probability: null }));
    const worstCase = database.judgedBy === 'probability' ? [] : largest(worst);
    const probability = acceptedProbability(database, policy);
    const network = networks[index];
    if (probability === null || network === undefined) return worstCase;
    const counted = new Set(scenarios.map(({ name }) => name));
    const inUse = scenariosFor(subjectsOf(network))
      .filter(({ name }) => counted.has(name))
      .map((scenario) => ({
        scenario: scenario.name,
        connections: mostInUse(network, scenario, policy, probability),
        probability,
      }));
    return [...worstCase, ...largest(inUse)];
  });
}

/** The first of those that ask the most; none of none. */
const largest = (some: readonly Needed[]): Needed[] => {
  const most = Math.max(...some.map(({ connections }) => connections));
  return some.filter(({ connections }) => connections === most).slice(0, 1);
};
