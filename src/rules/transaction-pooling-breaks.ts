import { lostFeatures } from '../budget/lost-features.ts';
import type { Breakage } from '../catalog/types.ts';
import { poolPath } from '../topology/pools.ts';
import type { Extra, Pool } from '../topology/types.ts';
import { listed } from '../words/lists.ts';
import { yaml } from './common/example.ts';
import { throughout } from './common/excess.ts';
import { groupBy, once } from './common/view.ts';
import { poolName } from './remedies/pools.ts';
import { changeEvery, fits, trialOf } from './remedies/what-if.ts';
import type { Hit, PlanView, PoolerView, Rule } from './types.ts';

interface Break {
  readonly on: string;
  /** How messages call what breaks. */
  readonly name: string;
  readonly connections: Pool | Extra;
  readonly through: PoolerView;
  readonly lost: readonly Breakage[];
}

/** A service counts on its session, and the pooler gives it another one at each transaction. */
export const transactionPoolingBreaks: Rule = {
  id: 'transaction-pooling-breaks',
  severity: 'error',
  summary:
    "a feature that a service uses does not survive its pooler's mode (a warning where the pooler pins the client instead)",
  why: 'In transaction mode the next transaction may run on another server connection: settings, listeners, locks and temporary tables stay behind on the old one, where the next client finds them. It works in tests, and fails under load, often silently.',
  remedy:
    'Go straight to the database with what needs a session, do without the feature, or let the pooler keep track of prepared statements where it can.',
  example: {
    fires: yaml`
      databases:
        main: { max_connections: 100 }
      poolers:
        bouncer: { mode: transaction, to: main, deploy: none }
      services:
        web:
          nodes: 4
          pool: 10
          to: bouncer
          deploy: none
          extra: [{ name: listener, count: 1, per: node, to: bouncer, uses: [listen] }]
    `,
    silent: yaml`
      databases:
        main: { max_connections: 100 }
      poolers:
        bouncer: { mode: transaction, to: main, deploy: none }
      services:
        web:
          nodes: 4
          pool: 10
          to: bouncer
          deploy: none
          extra: [{ name: listener, count: 1, per: node, to: main, uses: [listen] }]
    `,
  },
  check: (view) => {
    const breaks = view.poolers.size === 0 ? [] : breaksOf(view);
    const direct = once(() => tryDirectly(view, breaks));
    return breaks.map((each) => hit(each, direct));
  },
};

function breaksOf(view: PlanView): Break[] {
  const breaks: Break[] = [];
  const look = (connections: Pool | Extra, on: string, name: string) => {
    const through = connections.uses.length > 0 ? view.poolers.get(connections.to) : undefined;
    if (through === undefined) return;
    const lost = lostFeatures(through.pooler, through.database.engine, connections.uses);
    if (lost.length > 0) breaks.push({ on, name, connections, through, lost });
  };
  for (const service of view.topology.services) {
    const { name, pools, extras } = service;
    for (const pool of pools) look(pool, poolPath(name, pool.name), poolName(service, pool.name));
    extras.forEach((extra, index) => {
      look(extra, `services.${name}.extra[${index}]`, `${extra.name} of ${name}`);
    });
  }
  return breaks;
}

/** Whether each can go straight to its database, all on one together; without those where it takes too long to tell. */
function tryDirectly(view: PlanView, breaks: readonly Break[]): ReadonlyMap<Break, boolean> {
  const tried = new Map<Break, boolean>();
  for (const [database, group] of groupBy(breaks, ({ through }) => through.database.name)) {
    const tryOut = trialOf(view, database);
    if (tryOut === null) continue;
    const moved = new Set<Pool | Extra>(group.map(({ connections }) => connections));
    const redirect = <C extends Pool | Extra>(each: C): C => (moved.has(each) ? { ...each, to: database } : each);
    const change = changeEvery({
      service: ({ pools, extras }) => ({ pools: pools.map(redirect), extras: extras.map(redirect) }),
    });
    const fit = fits(tryOut(change).database);
    for (const each of group) tried.set(each, fit);
  }
  return tried;
}

function hit(each: Break, direct: () => ReadonlyMap<Break, boolean>): Hit {
  const { on, name, through, lost } = each;
  const { pooler } = through;
  const [broken, pinned] = [featuresThat('breaks', lost), featuresThat('pins', lost)];
  const effects = [
    ...(broken.length > 0
      ? [`${listed(broken)} ${broken.length > 1 ? 'do' : 'does'} not survive ${pooler.mode} mode`]
      : []),
    ...(pinned.length > 0
      ? [`${listed(pinned)} ${pinned.length > 1 ? 'pin' : 'pins'} the client to one connection`]
      : []),
  ];
  return {
    on,
    ...(broken.length > 0 ? {} : { severity: 'warning' as const }),
    message: `${name} goes through ${pooler.name} (${pooler.kind}), where ${effects.join('; ')}`,
    excess: throughout(lost.length),
    remedy: () => remedy(each, direct().get(each)),
    at: `${on}.uses`,
  };
}

const featuresThat = (effect: Breakage['effect'], lost: readonly Breakage[]): string[] =>
  lost.filter((each) => each.effect === effect).map(({ feature }) => feature);

function remedy({ name, through, lost }: Break, fitsDirectly: boolean | undefined): string | null {
  const { pooler, database } = through;
  const features = listed(lost.map(({ feature }) => feature));
  const [first] = lost;
  if (first?.survives && lost.length === 1) {
    const { parameter, since } = first.survives;
    const from = since === null ? '' : ` (${pooler.kind} ${since} and later)`;
    return `${parameter} above 0 on ${pooler.name} carries ${features}${from}.`;
  }
  if (fitsDirectly === undefined) return null;
  if (fitsDirectly)
    return `to: ${database.name} for ${name} fits, with sessions of its own; or do without ${features}.`;
  return `Do without ${features}; going straight to ${database.name} would need more connections than it has.`;
}
