import { scenariosOf, shownAs } from './scenarios.ts';
import type { OvercommitChange, Planned, ScenarioName } from './types.ts';

/** What becomes of the probability that more connections are in use at once than usable. `base` null: there was no file. */
export function overcommitChanges(base: Planned | null, head: Planned): OvercommitChange[] {
  const files = base === null ? [head] : [head, base];
  const [before, now] = [probabilitiesIn(base), probabilitiesIn(head)];
  const names = new Set(files.flatMap(({ overcommit }) => overcommit.map(({ database }) => database)));
  return [...names].flatMap((database) => {
    const budgets = files.flatMap(({ budget }) => budget.databases.filter(({ name }) => name === database));
    return scenariosOf(budgets)
      .map((scenario) => ({
        database,
        scenario: scenario.name,
        base: before(database, scenario),
        head: now(database, scenario),
      }))
      .filter((change) => change.base !== null || change.head !== null);
  });
}

/** Reads the probability of any scenario off one file: of the scenario that it is equal to, where it is not shown. */
function probabilitiesIn(planned: Planned | null): (database: string, scenario: ScenarioName) => number | null {
  const budgets = new Map(planned?.budget.databases.map((each) => [each.name, each]));
  const known = new Map(planned?.overcommit.map((each) => [each.database, each.probabilities]));
  return (database, scenario) => {
    const shown = shownAs(budgets.get(database)?.scenarios ?? [], scenario);
    return known.get(database)?.get(shown?.name ?? '') ?? null;
  };
}
