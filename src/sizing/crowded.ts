import type { Budget } from '../budget/types.ts';
import type { Database, Topology } from '../topology/types.ts';
import { targetOf } from './limits.ts';

/** Databases that exceed the policy's headroom, or have a pooler in front that more clients reach than it accepts. */
export function crowded({ databases, policy }: Topology, budget: Pick<Budget, 'databases' | 'poolers'>): Set<string> {
  const overrun = budget.poolers.filter(({ scenarios }) => scenarios.some(({ fits }) => !fits)).map(({ to }) => to);
  const full = budget.databases.filter(({ scenarios }, index) => {
    const target = targetOf(databases[index] as Database, policy);
    return scenarios.some(({ connections }) => connections > target);
  });
  return new Set([...overrun, ...full.map(({ name }) => name)]);
}
