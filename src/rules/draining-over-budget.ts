import { yaml } from './common/example.ts';
import { scenariosBeyond } from './common/excess.ts';
import { tooMany } from './common/over-budget.ts';
import { others, worstOf } from './common/words.ts';
import { deployOf, timingThatFits } from './remedies/timing.ts';
import type { DatabaseView, Hit, PlanView, Rule } from './types.ts';

/** A deploy that fits unless its old nodes take their time. */
export const drainingOverBudget: Rule = {
  id: 'draining-over-budget',
  severity: 'warning',
  summary: 'a deploy fits only if old nodes close their connections quickly, and their timing is not declared',
  why: 'Platforms start the next nodes without waiting for old ones that still drain: a long grace period keeps their pools open, and the true peak can reach twice the usual number of nodes however small the surge is.',
  remedy:
    'Declare `drain` and `ready_after` as they are; if it then does not fit, shorten the grace period or let new nodes become ready later.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 4, pool: 15, deploy: { platform: kubernetes, max_surge: 1, max_unavailable: 0 } }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web:
          nodes: 4
          pool: 14
          deploy: { platform: kubernetes, max_surge: 1, max_unavailable: 0, drain: 10s, ready_after: 20s }
    `,
  },
  check: (view) => [...view.databases.values()].flatMap((each) => drainingHits(view, each)),
};

function drainingHits(view: PlanView, each: DatabaseView): Hit[] {
  const { name } = each.database;
  const unfit = each.budget.scenarios.filter(({ kind, fits }) => !fits && kind !== 'steady');
  const deploys = new Set(unfit.filter(({ kind }) => kind === 'deploy').map((scenario) => scenario.name));
  // A draining scenario never opens less than its deploy, nor a deploy less than the steady state it starts from.
  const slow = unfit.filter(({ kind }) => kind === 'draining');
  const alone = slow.filter((scenario) => !deploys.has(deployOf(scenario.name)));
  const draining = alone.length > 0 ? alone : slow;
  const worst = worstOf(draining);
  if (worst === null) return [];
  return [
    {
      on: `databases.${name}`,
      scenario: worst.name,
      hidden: alone.length === 0,
      message: tooMany(each, worst) + others(draining, worst, 'too many in'),
      excess: scenariosBeyond(draining, each.budget.allowed),
      remedy: () => timingThatFits(view, name, draining),
    },
  ];
}
