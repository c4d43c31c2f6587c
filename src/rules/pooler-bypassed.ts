import { lostFeatures } from '../budget/lost-features.ts';
import type { Pool, Pooler, Service } from '../topology/types.ts';
import { amount } from '../words/figures.ts';
import { listed } from '../words/lists.ts';
import { yaml } from './common/example.ts';
import { throughout } from './common/excess.ts';
import { groupBy, once } from './common/view.ts';
import { connections } from './common/words.ts';
import { clientLimitKey, neededClientLimit } from './remedies/client-limit.ts';
import { poolTotal } from './remedies/pools.ts';
import { worstDeclared } from './remedies/ways-to-fit.ts';
import { changeEvery, fits, trialOf } from './remedies/what-if.ts';
import type { PlanView, Rule } from './types.ts';

interface Bypass {
  readonly service: Service;
  readonly pools: readonly Pool[];
  readonly database: string;
  /** The pooler that carries all that these pools use. */
  readonly pooler: Pooler;
}

/** A service that could share the pooler of its database, and does not. */
export const poolerBypassed: Rule = {
  id: 'pooler-bypassed',
  severity: 'info',
  summary:
    'a service goes straight to a database that has a pooler, though nothing it declares needs a connection of its own',
  why: 'The pooler bounds only what goes through it. Each node that goes past it adds its whole pool to the database, and deploys add more.',
  remedy:
    'Point the service at the pooler (`to`), or declare under `uses` what it needs a session for. Jobs that exist only while deploying are left alone.',
  example: {
    fires: yaml`
      databases:
        main: { max_connections: 100 }
      poolers:
        bouncer: { mode: transaction, to: main, default_pool_size: 20, max_client_conn: 200, deploy: none }
      services:
        web: { nodes: 4, pool: 10, to: bouncer, user: app, deploy: none }
        worker: { nodes: 4, pool: 10, to: main, user: app, deploy: none }
    `,
    silent: yaml`
      databases:
        main: { max_connections: 100 }
      poolers:
        bouncer: { mode: transaction, to: main, default_pool_size: 20, max_client_conn: 200, deploy: none }
      services:
        web: { nodes: 4, pool: 10, to: bouncer, user: app, deploy: none }
        worker: { nodes: 4, pool: 10, to: bouncer, user: app, deploy: none }
    `,
  },
  check: (view) => {
    if (view.poolers.size === 0) return [];
    const bypasses = view.topology.services.flatMap((service) => bypassesOf(view, service));
    const remedies = new Map(
      [...groupBy(bypasses, ({ database }) => database)].map(([name, group]) => [
        name,
        once(() => remedy(view, name, group)),
      ]),
    );
    const seen = new Set<string>();
    return bypasses.flatMap(({ service, pools, database, pooler }) => {
      if (seen.has(service.name)) return [];
      seen.add(service.name);
      const each = pools.reduce((sum, pool) => sum + poolTotal(pool), 0) * service.processes;
      const [first] = pools;
      return [
        {
          on: `services.${service.name}`,
          message: `${service.name} goes straight to ${database} with ${connections(each)} a node, past ${pooler.name}`,
          excess: throughout(each),
          remedy: () => remedies.get(database)?.() ?? null,
          at:
            pools.length === 1 && service.pools.length > 1
              ? `services.${service.name}.pools.${first?.name}.to`
              : `services.${service.name}.to`,
        },
      ];
    });
  },
};

/** By database, the pools of a service that some pooler in front of it could carry. */
function bypassesOf(view: PlanView, service: Service): Bypass[] {
  if (service.when === 'deploy') return [];
  const carried = new Map<string, Bypass>();
  for (const pool of service.pools) {
    const target = view.databases.get(pool.to);
    const pooler = target?.poolers.find((each) => lostFeatures(each, target.database.engine, pool.uses).length === 0);
    if (pooler === undefined || poolTotal(pool) === 0) continue;
    const before = carried.get(pool.to)?.pools ?? [];
    carried.set(pool.to, { service, pools: [...before, pool], database: pool.to, pooler });
  }
  return [...carried.values()];
}

/** What it brings to send all of them through the poolers. */
function remedy(view: PlanView, name: string, bypasses: readonly Bypass[]): string | null {
  const tryOut = trialOf(view, name);
  if (tryOut === null) return null;
  const target = view.databases.get(name);
  const before = target && worstDeclared(target.budget);
  const moved = new Map(bypasses.flatMap(({ pools, pooler }) => pools.map((pool) => [pool, pooler.name] as const)));
  const outcome = tryOut(
    changeEvery({
      service: ({ pools }) => ({ pools: pools.map((pool) => ({ ...pool, to: moved.get(pool) ?? pool.to })) }),
    }),
  );
  const after = worstDeclared(outcome.database);
  if (!before || !after) return '';
  const poolers = [...new Set(bypasses.map(({ pooler }) => pooler.name))];
  const what = `to: ${listed(poolers)} for ${listed([...new Set(bypasses.map(({ service }) => service.name))])}`;
  if (after.connections >= before.connections)
    return `Nothing is gained by ${what}: the worst case of ${name} stays ${amount(before.connections)}. Say what needs a session under \`uses\`, or accept this.`;
  const result = `${what} takes the worst case of ${name} from ${amount(before.connections)} to ${amount(after.connections)}`;
  const limits = outcome.poolers.flatMap((budget) => {
    const each = view.poolers.get(budget.name);
    if (each === undefined || fits(budget)) return [];
    const needed = neededClientLimit({ ...each, budget });
    return needed === Infinity ? [] : [`${clientLimitKey(each)} ${amount(needed)} on ${budget.name}`];
  });
  return limits.length === 0 ? `${result}.` : `${result}, together with ${listed(limits)}.`;
}
