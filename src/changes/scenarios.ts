import { equalTo } from '../budget/select-scenarios.ts';
import type { ScenarioName } from './types.ts';

/** Every scenario that any of these places shows. */
export function scenariosOf(places: readonly { readonly scenarios: readonly ScenarioName[] }[]): ScenarioName[] {
  const scenarios = new Map<string, ScenarioName>();
  for (const place of places)
    for (const { name, kind } of place.scenarios) if (!scenarios.has(name)) scenarios.set(name, { name, kind });
  return [...scenarios.values()];
}

/** The scenario as a place shows it: circumstances that do not concern it, or that nobody declared, are its steady state. */
export function shownAs<S extends ScenarioName>(scenarios: readonly S[], wanted: ScenarioName): S | undefined {
  const circumstances = circumstancesOf(wanted);
  const isDeclared = scenarios.some(({ name }) => name === circumstances);
  return equalTo(isDeclared ? wanted.name : suffixes[wanted.kind] || 'steady', scenarios);
}

const suffixes = { steady: '', deploy: 'deploy', draining: 'deploy-draining' };

/** The name of a scenario without its deploy variant; empty for the built-in steady state. */
function circumstancesOf({ name, kind }: ScenarioName): string {
  if (kind === 'steady') return name === 'steady' ? '' : name;
  return name === suffixes[kind] ? '' : name.slice(0, -suffixes[kind].length - 1);
}
