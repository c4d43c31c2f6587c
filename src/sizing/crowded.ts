import type { Budget } from '../budget/types.ts';
import type { Database, Topology } from '../topology/types.ts';
import { overcommitOf } from './in-use/overcommit.ts';
import { acceptedProbability, targetOf } from './limits/target.ts';
import type { Overcommit } from './types.ts';

/**
 * Databases that exceed the policy's headroom, or the probability it accepts, or have a pooler in front that more clients
 * reach than it accepts.
 */
export function crowded(
  topology: Topology,
  budget: Pick<Budget, 'databases' | 'poolers'>,
  overcommit: readonly Overcommit[] = overcommitOf(topology, budget),
): Set<string> {
  const { databases, policy } = topology;
  const overrun = budget.poolers.filter(({ scenarios }) => scenarios.some(({ fits }) => !fits)).map(({ to }) => to);
  const full = budget.databases.filter(({ scenarios }, index) => {
    const target = targetOf(databases[index] as Database, policy);
    return scenarios.some(({ connections }) => connections > target);
  });
  const accepted = new Map(databases.map((each) => [each.name, acceptedProbability(each, policy) ?? 1]));
  const likely = overcommit.filter(({ database, probabilities }) =>
    [...probabilities.values()].some((probability) => probability > (accepted.get(database) as number)),
  );
  return new Set([...overrun, ...full.map(({ name }) => name), ...likely.map(({ database }) => database)]);
}
