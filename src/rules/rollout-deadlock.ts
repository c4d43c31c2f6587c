import { largest } from '../sizing/bisect.ts';
import { amount } from '../words/figures.ts';
import { listed } from '../words/lists.ts';
import { yaml } from './common/example.ts';
import { scenariosBeyond } from './common/excess.ts';
import { capacity, connections } from './common/words.ts';
import { changeEvery, planAgain, type Trial, trialOf } from './remedies/what-if.ts';
import type { DatabaseView, Hit, PlanView, Rule } from './types.ts';

/** A deploy whose new nodes wait for connections that old nodes hold until the new ones are ready. */
export const rolloutDeadlock: Rule = {
  id: 'rollout-deadlock',
  severity: 'error',
  summary:
    'connections that old and new nodes keep open even when idle exceed the database: new nodes can never become ready',
  why: 'A pool that opens its minimum at start cannot start without it. The old nodes give nothing back until the new ones are ready, so the deploy hangs until it times out, and so does every retry.',
  remedy: 'Lower the minimum (`min`) so that idle pools of old and new nodes fit together, or surge by fewer nodes.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 6, pool: { size: 15, min: 15 }, deploy: blue_green }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      services:
        web: { nodes: 6, pool: { size: 15, min: 2 }, deploy: blue_green }
    `,
  },
  check: (view) => [...view.databases.values()].flatMap((each) => deadlock(view, each)),
};

function deadlock(view: PlanView, { database, budget }: DatabaseView): Hit[] {
  const { name } = database;
  const { usable } = budget;
  if (budget.scenarios.every(({ kind, floor }) => kind !== 'deploy' || floor <= usable)) return [];
  // Nodes that drain give their connections back in the end: only what the platform counts can block it.
  const stuck = floors((change) => planAgain(view.around(name), change), Infinity)
    .filter(({ floor }) => floor > usable)
    .sort((a, b) => b.floor - a.floor);
  const [worst] = stuck;
  if (worst === undefined) return [];
  const others = stuck.slice(1).map((each) => `${each.name} (${amount(each.floor)})`);
  return [
    {
      on: `databases.${name}`,
      scenario: worst.name,
      message: `${worst.name} keeps ${connections(worst.floor)} open even when idle${worst.deploying.length > 0 ? `, with ${listed(worst.deploying)} deploying` : ''}; ${capacity(database, budget)}: ${amount(worst.floor - usable)} too many for the new nodes to become ready${others.length > 0 ? `; also in ${listed(others)}` : ''}`,
      excess: scenariosBeyond(stuck, usable, ({ floor }) => floor),
      remedy: () => smallerMinimum(view, name, usable),
    },
  ];
}

/** Deploy scenarios with no node draining and no pool keeping more than `most` connections open. */
function floors(tryOut: Trial, most: number) {
  const change = changeEvery({
    service: ({ pools, deploy }) => ({
      pools: pools.map((pool) => ({ ...pool, min: Math.min(pool.min, most) })),
      deploy: { ...deploy, drain: 0 },
    }),
    pooler: ({ minPoolSize, databases, deploy }) => ({
      minPoolSize: Math.min(minPoolSize, most),
      databases: databases.map((entry) => ({
        ...entry,
        minPoolSize: entry.minPoolSize === null ? null : Math.min(entry.minPoolSize, most),
      })),
      deploy: { ...deploy, drain: 0 },
    }),
  });
  return tryOut(change).database.scenarios.filter(({ kind }) => kind === 'deploy');
}

function smallerMinimum(view: PlanView, database: string, usable: number): string | null {
  const tryOut = trialOf(view, database);
  if (tryOut === null) return null;
  const { services, poolers } = view.around(database);
  const highest = Math.max(
    ...services.flatMap(({ pools }) => pools.map(({ min }) => min)),
    ...poolers.flatMap(({ minPoolSize, databases }) => [
      minPoolSize,
      ...databases.map((entry) => entry.minPoolSize ?? 0),
    ]),
  );
  const minimum = largest(0, highest - 1, (most) => floors(tryOut, most).every(({ floor }) => floor <= usable));
  if (minimum === null)
    return `No minimum is small enough: what ${database} serves besides the pools takes its connections already; deploy with strategy recreate.`;
  const where = services.filter(({ pools }) => pools.some(({ min }) => min > minimum)).map(({ name }) => name);
  return `A minimum (min) of ${minimum === 0 ? '0' : `at most ${minimum}`} a pool, instead of up to ${highest}, lets the new nodes become ready${where.length > 0 ? `: ${listed(where)}` : ''}.`;
}
