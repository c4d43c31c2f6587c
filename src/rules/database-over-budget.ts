import { yaml } from './common/example.ts';
import { overBudget } from './common/over-budget.ts';
import type { Rule } from './types.ts';

/** More connections than the database has, without any deploy. */
export const databaseOverBudget: Rule = {
  id: 'database-over-budget',
  severity: 'error',
  summary: 'steady state, the peak or a scenario of your own opens more connections than the database has',
  why: 'Every connection beyond the limit is refused (PostgreSQL: "too many clients", SQLSTATE 53300), and it is requests that see it first: all pools need to fill at the same time only once.',
  remedy:
    'Make the pools smaller, put a pooler in transaction mode in front, or raise max_connections as far as memory allows.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 6, pool: 20, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 6, pool: 14, deploy: none }
    `,
  },
  check: (view) => overBudget(view, ({ kind }) => kind === 'steady'),
};
