import { targetOf } from '../sizing/limits/target.ts';
import { amount } from '../words/figures.ts';
import { exactPercent } from '../words/units.ts';
import { yaml } from './common/example.ts';
import { scenariosBeyond } from './common/excess.ts';
import { addends, capacity, connections, others } from './common/words.ts';
import { declared, waysToFit, worstDeclared } from './remedies/ways-to-fit.ts';
import type { Rule } from './types.ts';

const overBudget = new Set(['database-over-budget', 'deploy-over-budget', 'draining-over-budget']);

/** It fits, with less to spare than the policy wants. */
export const databaseLowHeadroom: Rule = {
  id: 'database-low-headroom',
  severity: 'warning',
  summary: 'everything fits, but leaves less of the database free than policy.headroom wants',
  why: 'What nobody declared takes connections too: a console, a forgotten cron job, a retry while a failed node has not let go yet. Without room for them the next small change is an outage.',
  remedy:
    'Make the pools a little smaller, raise max_connections, or lower policy.headroom if the room is really not needed.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 6, pool: 15, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 6, pool: 14, deploy: none }
    `,
  },
  check: (view, found) => {
    const { policy } = view.topology;
    const known = new Set(found.filter(({ rule }) => overBudget.has(rule)).map(({ on }) => on));
    return [...view.databases.values()].flatMap(({ database, budget }) => {
      const on = `databases.${database.name}`;
      const worst = worstDeclared(budget);
      const target = targetOf(database, policy);
      if (worst === null || worst.connections <= target) return [];
      const tight = declared(budget).filter((scenario) => scenario.connections > target);
      return [
        {
          on,
          scenario: worst.name,
          hidden: known.has(on),
          message: `${worst.name} opens ${connections(worst.connections)}: ${addends(worst.breakdown)}; ${capacity(database, budget)}: ${amount(budget.allowed - worst.connections)} left, where the policy wants ${amount(budget.allowed - target)} free (${exactPercent(policy.headroom.numerator / policy.headroom.denominator)})${others(tight, worst, 'also short in')}`,
          excess: scenariosBeyond(tight, target),
          remedy: () => waysToFit(view, database.name),
        },
      ];
    });
  },
};
