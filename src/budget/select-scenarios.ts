import type { Budget, DatabaseBudget, DatabaseScenario } from './types.ts';

/**
 * What a budget says of some scenarios, by their names. A database or pooler that does not show one of them has the one
 * it is equal to there: without an autoscaler `peak` is `steady`, and what drains no longer is the plain deploy.
 */
export function onlyScenarios(budget: Budget, names: readonly string[]): Budget {
  return {
    ...budget,
    databases: budget.databases.map((database) => withWorst(database, chosen(database.scenarios, names))),
    poolers: budget.poolers.map((pooler) => ({ ...pooler, scenarios: chosen(pooler.scenarios, names) })),
  };
}

function chosen<S extends { readonly name: string }>(scenarios: readonly S[], names: readonly string[]): S[] {
  const wanted = new Set(names.map((name) => equalTo(name, scenarios)?.name));
  return scenarios.filter(({ name }) => wanted.has(name));
}

/** The scenario of that name, or the one it is equal to among these. */
export function equalTo<S extends { readonly name: string }>(name: string, scenarios: readonly S[]): S | undefined {
  const known = scenarios.find((scenario) => scenario.name === name);
  if (known) return known;
  if (name.endsWith('-draining')) return equalTo(name.slice(0, -'-draining'.length), scenarios);
  if (name === 'peak') return equalTo('steady', scenarios);
  return name.startsWith('peak-') ? equalTo(name.slice('peak-'.length), scenarios) : scenarios[0];
}

function withWorst(database: DatabaseBudget, scenarios: readonly DatabaseScenario[]): DatabaseBudget {
  const worst = scenarios.reduce((most, one) => (one.connections > most.connections ? one : most));
  return { ...database, scenarios, worst: worst.name };
}
