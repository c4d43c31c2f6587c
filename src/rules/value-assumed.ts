import type { Assumption } from '../topology/types.ts';
import { listed } from '../words/lists.ts';
import { yaml } from './common/example.ts';
import { throughout } from './common/excess.ts';
import { groupBy } from './common/view.ts';
import type { Hit, PlanView, Rule } from './types.ts';

/** So many values are named in one message. */
const shown = 6;

const rooms = ['databases', 'poolers', 'services'] as const;

/** Numbers that nobody gave and the plan depends on. */
export const valueAssumed: Rule = {
  id: 'value-assumed',
  severity: 'info',
  summary: 'a value that the plan depends on was not given, and a default was used',
  why: 'The verdict holds for the defaults. Where the real value differs, so does the worst case, and nobody will be warned.',
  remedy: 'Write the value down, even if it equals the default: then it is known and not assumed.',
  example: {
    fires: yaml`
      database: { max_connections: 100, version: 18 }
      services:
        web: { nodes: 2, pool: 10 }
    `,
    silent: yaml`
      database: { max_connections: 100, version: 18 }
      services:
        web: { nodes: 2, pool: 10, deploy: none }
    `,
  },
  check: (view) => {
    const assumptions = view.topology.assumptions.filter((each) => !isEstimate(view, each));
    return [...groupBy(assumptions, ({ on }) => entityOf(view, on))].map(([on, group]) => hit(on, group));
  },
};

function hit(on: string, assumptions: readonly Assumption[]): Hit {
  const [first] = assumptions;
  const values = listed(
    assumptions.map((each) => described(on, each)),
    shown,
  );
  return {
    on,
    message: `${name(on)} was planned with ${values}`,
    excess: throughout(assumptions.length),
    remedy: () =>
      `Set ${listed(
        assumptions.map((each) => each.on),
        shown,
      )}.`,
    ...(assumptions.length === 1 && first ? { at: first.on } : {}),
  };
}

/** The database, pooler or service that a path leads into, else its first part. Names may contain dots. */
function entityOf(view: PlanView, path: string): string {
  const room = rooms.find((each) => path.startsWith(`${each}.`));
  if (room === undefined) return path.split('.', 1)[0] as string;
  const start = room.length + 1;
  const known = room === 'services' ? view.service : (name: string) => view[room].get(name);
  for (let end = path.length; end > start; end = path.lastIndexOf('.', end - 1)) {
    if (known(path.slice(start, end)) !== undefined) return path.slice(0, end);
  }
  return path;
}

/** The limit of a provider plan has a rule of its own, `limit-estimated`. */
function isEstimate(view: PlanView, { on }: Assumption): boolean {
  if (!on.startsWith('databases.')) return false;
  const [, database] = /^databases\.(.*)\.max_connections$/.exec(on) ?? [];
  return database !== undefined && view.databases.get(database)?.database.estimated === true;
}

const name = (entity: string): string => entity.slice(entity.indexOf('.') + 1);

function described(entity: string, { on, value, reason }: Assumption): string {
  const key = on.slice(entity.length + 1);
  return `${key === '' ? '' : `${key} `}${value} (${reason})`;
}
