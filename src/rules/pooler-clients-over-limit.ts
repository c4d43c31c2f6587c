import { amount, plural } from '../words/figures.ts';
import { yaml } from './common/example.ts';
import { beyond } from './common/excess.ts';
import { others, worstOf } from './common/words.ts';
import { clientLimitKey, neededClientLimit } from './remedies/client-limit.ts';
import { changePooler, fits, trialOf } from './remedies/what-if.ts';
import type { Hit, PlanView, PoolerView, Rule } from './types.ts';

/** More clients than a pooler lets in. */
export const poolerClientsOverLimit: Rule = {
  id: 'pooler-clients-over-limit',
  severity: 'error',
  summary: 'services open more connections to a pooler than it accepts clients',
  why: 'A pooler turns away every client beyond its limit, even when the database behind it is idle. Clients cost a pooler next to nothing, so this limit rarely protects anything.',
  remedy:
    "Raise the pooler's client limit to the worst case (and its open-file limit with it), or run more of its processes.",
  example: {
    fires: yaml`
      database: { max_connections: 100 }
      poolers:
        bouncer: { mode: transaction, default_pool_size: 20, max_client_conn: 100, deploy: none }
      services:
        web: { nodes: 10, pool: 30, to: bouncer, deploy: none }
    `,
    silent: yaml`
      database: { max_connections: 100 }
      poolers:
        bouncer: { mode: transaction, default_pool_size: 20, max_client_conn: 300, deploy: none }
      services:
        web: { nodes: 10, pool: 30, to: bouncer, deploy: none }
    `,
  },
  check: (view) => [...view.poolers.values()].flatMap((each) => tooManyClients(view, each)),
};

function tooManyClients(view: PlanView, each: PoolerView): Hit[] {
  const { pooler, budget } = each;
  const unfit = budget.scenarios.filter((scenario) => !scenario.fits);
  const declared = unfit.filter(({ kind }) => kind !== 'draining');
  const counted = (declared.length > 0 ? declared : unfit).map((scenario) => ({
    ...scenario,
    connections: scenario.clients,
  }));
  const worst = worstOf(counted);
  if (worst === null) return [];
  const key = clientLimitKey(each);
  const { clients, clientLimit } = worst;
  const holders = clientLimit / pooler.maxClientConn;
  return [
    {
      on: `poolers.${pooler.name}`,
      scenario: worst.name,
      ...(declared.length === 0 ? { severity: 'warning' as const } : {}),
      message: `${worst.name} brings ${plural(clients, 'client')} to ${pooler.name}, which accepts ${clientLimit} (${key} ${pooler.maxClientConn}${holders > 1 ? ` x ${holders} processes` : ''}): ${amount(clients - clientLimit)} too many${others(counted, worst, 'too many in')}`,
      excess: counted.map(({ name, clients, clientLimit }) => ({
        scenario: name,
        amount: beyond(clients, clientLimit),
      })),
      remedy: () => remedy(view, each),
      at: `poolers.${pooler.name}.${key}`,
    },
  ];
}

function remedy(view: PlanView, each: PoolerView): string | null {
  const { pooler, database } = each;
  const key = clientLimitKey(each);
  const maxClientConn = neededClientLimit(each);
  if (maxClientConn === Infinity) return 'No limit is high enough for a pool without bound: give the pool a size.';
  const tryOut = trialOf(view, database.name);
  if (tryOut === null) return null;
  const setting = `${key} ${maxClientConn} instead of ${pooler.maxClientConn} on ${pooler.name}`;
  const before = view.databases.get(database.name);
  const after = tryOut(changePooler(pooler.name, { maxClientConn })).database;
  if (fits(after) || (before && !fits(before.budget))) return `${setting} lets every client in.`;
  return `${setting} would let every client in, but then ${database.name} is over its budget (${pooler.mode} mode); make the pools in front smaller.`;
}
