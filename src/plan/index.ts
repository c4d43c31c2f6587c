import { computeBudget } from '../budget/index.ts';
import { onlyScenarios } from '../budget/select-scenarios.ts';
import { overcommitOf } from '../sizing/in-use/overcommit.ts';
import { recommendSizes } from '../sizing/index.ts';
import type { Topology } from '../topology/types.ts';
import type { Plan } from './types.ts';

/** Works out of a topology what its verdict rests on. `today`: the day acceptances are judged against, `YYYY-MM-DD`. */
export function toPlan(topology: Topology, today: string): Plan {
  const budget = computeBudget(topology);
  const overcommit = overcommitOf(topology, budget);
  const sizing = recommendSizes(topology, { budget, overcommit });
  return { topology, budget, sizing, overcommit, today };
}

/** A plan with the figures of some of its scenarios alone. Recommended sizes stay those that fit all. */
export function planOnly(plan: Plan, scenarios: readonly string[]): Plan {
  return { ...plan, budget: onlyScenarios(plan.budget, scenarios) };
}
