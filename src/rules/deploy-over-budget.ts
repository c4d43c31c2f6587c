import type { DatabaseBudget, DatabaseScenario } from '../budget/types.ts';
import { yaml } from './common/example.ts';
import { overBudget } from './common/over-budget.ts';
import type { Rule } from './types.ts';

/** More connections than the database has while something deploys. */
export const deployOverBudget: Rule = {
  id: 'deploy-over-budget',
  severity: 'error',
  summary: 'a deploy opens more connections than the database has',
  why: 'While a deploy runs, old and new nodes are alive together and both hold their pools: what fits all day fails for the minutes of each release, and the new nodes are the ones that get no connection.',
  remedy:
    'Make the pools smaller, let fewer nodes surge (max_surge), deploy fewer services at once, or raise max_connections.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, pool: 20, deploy: { surge_factor: 1.5 } }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, pool: 14, deploy: { surge_factor: 1.5 } }
    `,
  },
  check: (view) => {
    const deploys = overBudget(view, ({ kind }) => kind === 'deploy');
    const adding = overBudget(view, (scenario, { budget }) => scenario.kind === 'deploy' && adds(scenario, budget));
    return deploys.map((hit) => adding.find(({ on }) => on === hit.on) ?? { ...hit, hidden: true });
  },
};

/** True when the deploy opens anything beyond what is open without it. */
function adds({ name, connections }: DatabaseScenario, { scenarios }: DatabaseBudget): boolean {
  const before = name === 'deploy' ? 'steady' : name.replace(/-deploy$/, '');
  return scenarios.find((scenario) => scenario.name === before)?.connections !== connections;
}
