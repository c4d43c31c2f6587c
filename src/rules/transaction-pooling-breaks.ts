import type { Breakage } from '../catalog/types.ts';
import type { Extra, Pool } from '../topology/types.ts';
import { yaml } from './common/example.ts';
import { lostFeatures } from './common/lost-features.ts';
import { groupBy, type PoolerView, type View } from './common/view.ts';
import { list } from './common/words.ts';
import { poolPath } from './remedies/pools.ts';
import { changeEvery, fits, tryOut } from './remedies/what-if.ts';
import type { Hit, Rule } from './types.ts';

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
    const direct = fitDirectly(view, breaks);
    return breaks.map((each) => hit(each, direct));
  },
};

function breaksOf(view: View): Break[] {
  const breaks: Break[] = [];
  const look = (connections: Pool | Extra, on: string, name: string) => {
    const through = connections.uses.length > 0 ? view.poolers.get(connections.to) : undefined;
    if (through === undefined) return;
    const lost = lostFeatures(through.pooler, through.database.engine, connections.uses);
    if (lost.length > 0) breaks.push({ on, name, connections, through, lost });
  };
  for (const { name, pools, extras } of view.topology.services) {
    for (const pool of pools)
      look(pool, poolPath(name, pool.name), pools.length === 1 ? name : `${name}.pools.${pool.name}`);
    extras.forEach((extra, index) => {
      look(extra, `services.${name}.extra[${index}]`, `${extra.name} of ${name}`);
    });
  }
  return breaks;
}

/** What can go straight to its database: tried for all on one database together. */
function fitDirectly(view: View, breaks: readonly Break[]): ReadonlySet<Break> {
  const fitting = new Set<Break>();
  for (const [database, group] of groupBy(breaks, ({ through }) => through.database.name)) {
    const moved = new Set<Pool | Extra>(group.map(({ connections }) => connections));
    const redirect = <C extends Pool | Extra>(each: C): C => (moved.has(each) ? { ...each, to: database } : each);
    const change = changeEvery({
      service: ({ pools, extras }) => ({ pools: pools.map(redirect), extras: extras.map(redirect) }),
    });
    if (fits(tryOut(view, database, change).database)) for (const each of group) fitting.add(each);
  }
  return fitting;
}

function hit(each: Break, direct: ReadonlySet<Break>): Hit {
  const { on, name, through, lost } = each;
  const { pooler, database } = through;
  const named = (effect: Breakage['effect']) =>
    list(lost.flatMap((one) => (one.effect === effect ? [one.feature] : [])));
  const [broken, pinned] = [named('breaks'), named('pins')];
  const effects = [
    ...(broken === '' ? [] : [`${broken} ${broken.includes(' ') ? 'do' : 'does'} not survive ${pooler.mode} mode`]),
    ...(pinned === '' ? [] : [`${pinned} ${pinned.includes(' ') ? 'pin' : 'pins'} the client to one connection`]),
  ];
  const parameter = lost.every(({ survives }) => survives !== undefined) ? lost[0]?.survives : undefined;
  const straight = direct.has(each)
    ? `to: ${database.name} for ${name} fits`
    : `going straight to ${database.name} would not fit`;
  return {
    on,
    ...(broken === '' ? { severity: 'warning' as const } : {}),
    message: `${name} uses ${list(lost.map(({ feature }) => feature))} through ${pooler.name} (${pooler.kind}): ${effects.join('; ')}`,
    remedy: parameter
      ? `${parameter.parameter} above 0 on ${pooler.name} carries it${parameter.since === null ? '' : ` (${pooler.kind} ${parameter.since} and later)`}; or ${straight}.`
      : direct.has(each)
        ? `${straight}, with a session of its own; or do without ${list(lost.map(({ feature }) => feature))}.`
        : `Do without ${list(lost.map(({ feature }) => feature))}, or make room first: ${straight}.`,
    at: `${on}.uses`,
  };
}
