import type { DatabaseScenario } from '../../budget/types.ts';
import { amount } from '../../words/figures.ts';
import { waysToFit } from '../remedies/ways-to-fit.ts';
import type { DatabaseView, Hit, PlanView } from '../types.ts';
import { scenariosBeyond } from './excess.ts';
import { addends, capacity, connections, others, worstOf } from './words.ts';

/** One finding for every database where one of the scenarios meant does not fit: it names the worst and lists the others. */
export function overBudget(
  view: PlanView,
  meant: (scenario: DatabaseScenario, database: DatabaseView) => boolean,
): Hit[] {
  const hits: Hit[] = [];
  for (const each of view.databases.values()) {
    const unfit = each.budget.scenarios.filter((scenario) => !scenario.fits && meant(scenario, each));
    const worst = worstOf(unfit);
    if (worst === null) continue;
    hits.push({
      on: `databases.${each.database.name}`,
      scenario: worst.name,
      message: tooMany(each, worst) + others(unfit, worst, 'too many in'),
      excess: scenariosBeyond(unfit, each.budget.allowed),
      remedy: () => waysToFit(view, each.database.name),
    });
  }
  return hits;
}

/** What is wrong with a scenario that does not fit: `deploy opens 120 connections: web 6 x 20; main has 97: 23 too many`. */
export function tooMany({ database, budget }: DatabaseView, scenario: DatabaseScenario): string {
  const much =
    scenario.connections === Infinity ? 'no limit holds' : `${amount(scenario.connections - budget.allowed)} too many`;
  return `${scenario.name} opens ${connections(scenario.connections)}: ${addends(scenario.breakdown)}; ${capacity(database, budget)}: ${much}`;
}
