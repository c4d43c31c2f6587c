import { largest } from '../sizing/bisect.ts';
import { amount, plural } from '../words/figures.ts';
import { yaml } from './common/example.ts';
import { throughout } from './common/excess.ts';
import { capacity, connections } from './common/words.ts';
import { worstDeclared } from './remedies/ways-to-fit.ts';
import { changePooler, trialOf } from './remedies/what-if.ts';
import type { Hit, PlanView, PoolerView, Rule } from './types.ts';

/** A pool size that is small alone, and too large once for every pair and process. */
export const poolerPairsMultiply: Rule = {
  id: 'pooler-pairs-multiply',
  severity: 'warning',
  summary:
    "a pooler's pool size, which looks small, times its (user, database) pairs and processes is more than the database has",
  why: 'A pooler has a pool of this size for every user and logical database, in every process of every node. Each number looks modest; the product is what the database sees under load.',
  remedy:
    'Make the pool size smaller, limit it for each database (max_db_connections), or let services share one user.',
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      poolers:
        bouncer: { mode: transaction, nodes: 3, default_pool_size: 20, deploy: none }
      services:
        web: { nodes: 4, pool: 10, to: bouncer, deploy: none }
        worker: { nodes: 2, pool: 10, to: bouncer, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      poolers:
        bouncer: { mode: transaction, nodes: 3, default_pool_size: 16, deploy: none }
      services:
        web: { nodes: 4, pool: 10, to: bouncer, deploy: none }
        worker: { nodes: 2, pool: 10, to: bouncer, deploy: none }
    `,
  },
  check: (view) => [...view.poolers.values()].flatMap((each) => multiplied(view, each)),
};

function multiplied(view: PlanView, each: PoolerView): Hit[] {
  const { pooler, budget, database } = each;
  const behind = view.databases.get(database.name);
  const processes = pooler.per === 'cluster' ? 1 : pooler.nodes * pooler.processes;
  const size = pooler.poolSize + pooler.reservePoolSize;
  if (pooler.counting !== 'pairs' || behind === undefined || budget.pairs * processes < 2) return [];
  const { usable } = behind.budget;
  if (budget.serverCapacity <= usable) return [];
  const key = pooler.settings.pool_size ?? 'pool size';
  const factors = `${amount(size)} (${key}) x ${plural(budget.pairs, 'pair')} x ${processes === 1 ? '1 process' : `${processes} processes`}`;
  const product = size * budget.pairs * processes;
  return [
    {
      on: `poolers.${pooler.name}`,
      hidden: size > usable,
      message: `${pooler.name} can open ${connections(budget.serverCapacity)}: ${factors}${product === budget.serverCapacity ? '' : ' and its other settings'}; ${capacity(database, behind.budget)}: ${amount(budget.serverCapacity - usable)} more than there are`,
      excess: throughout(budget.serverCapacity - usable),
      remedy: () => remedy(view, each, key),
      at: `poolers.${pooler.name}.${key}`,
    },
  ];
}

function remedy(view: PlanView, { pooler, database }: PoolerView, key: string): string | null {
  const tryOut = trialOf(view, database.name);
  if (tryOut === null) return null;
  const room = roomFor(view, pooler.name, database.name);
  const within = (patch: Parameters<typeof changePooler>[1]) =>
    tryOut(changePooler(pooler.name, patch)).poolers.every(
      ({ name, serverCapacity }) => name !== pooler.name || serverCapacity <= room,
    );
  const keeps = `keeps ${pooler.name} within the ${connections(room)} that others leave of ${database.name}`;
  const poolSize = largest(1, pooler.poolSize - 1, (poolSize) => within({ poolSize }));
  if (poolSize !== null) return `${key} ${poolSize} instead of ${amount(pooler.poolSize)} ${keeps}.`;
  const limit = pooler.settings.database_limit;
  const maxDbConnections = limit
    ? largest(1, Math.max(0, room), (maxDbConnections) => within({ maxDbConnections }))
    : null;
  if (maxDbConnections !== null) return `${limit} ${maxDbConnections} ${keeps}.`;
  return `No ${key} is small enough for the ${connections(Math.max(0, room))} that others leave of ${database.name}: run fewer processes, or let services share a user and a database.`;
}

/** What a database has left for one pooler when everything else is at its worst. */
function roomFor(view: PlanView, pooler: string, name: string): number {
  const { budget } = view.databases.get(name) ?? {};
  const worst = budget && worstDeclared(budget);
  if (!budget || !worst) return 0;
  const others = worst.breakdown.filter(({ via }) => via !== pooler);
  return budget.usable - others.reduce((sum, { connections }) => sum + connections, 0);
}
