import type { Budget } from '../budget/types.ts';
import type { Database, Topology } from '../topology/types.ts';
import { overcommitOf } from './in-use/overcommit.ts';
import { acceptedProbability, targetOf } from './limits/target.ts';
import type { Overcommit } from './types.ts';

/**
 * Databases that exceed the policy's headroom, or the probability it accepts, or have a pooler in front that more clients
 * reach than it accepts. `overcommit` is the topology's own, and worked out where it is not given and matters.
 */
export function overLimit(
  topology: Topology,
  budget: Pick<Budget, 'databases' | 'poolers'>,
  overcommit?: readonly Overcommit[],
): Set<string> {
  const { databases, policy } = topology;
  const overrun = budget.poolers.filter(({ scenarios }) => scenarios.some(({ fits }) => !fits)).map(({ to }) => to);
  const full = budget.databases.filter(({ scenarios }, index) => {
    const target = targetOf(databases[index] as Database, policy);
    return scenarios.some(({ connections }) => connections > target);
  });
  const isJudged = databases.some((database) => acceptedProbability(database, policy) !== null);
  const likely = isJudged ? tooLikely(topology, overcommit ?? overcommitOf(topology, budget)) : [];
  return new Set([...overrun, ...full.map(({ name }) => name), ...likely]);
}

function tooLikely({ databases, policy }: Topology, overcommit: readonly Overcommit[]): string[] {
  const accepted = new Map(databases.map((each) => [each.name, acceptedProbability(each, policy) ?? 1]));
  return overcommit
    .filter(({ database, probabilities }) => Math.max(...probabilities.values()) > (accepted.get(database) as number))
    .map(({ database }) => database);
}
