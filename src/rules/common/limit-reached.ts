import type { DatabaseScenario, LimitUse } from '../../budget/types.ts';
import { amount } from '../../words/figures.ts';
import type { DatabaseView, Hit, PlanView } from '../types.ts';
import { scenariosBeyond } from './excess.ts';
import { connections, others, worstOf } from './words.ts';

/** Which limits of a database are meant, and how people write them. */
export interface LimitKind {
  readonly uses: (scenario: DatabaseScenario) => readonly LimitUse[];
  readonly noun: string;
  /** Key of the database in the topology. */
  readonly key: 'role_limits' | 'database_limits';
  /** The statement that sets the limit. */
  readonly statement: (name: string, limit: number) => string;
}

interface ExceededLimit extends LimitUse {
  readonly scenario: DatabaseScenario;
}

/** One finding for every `CONNECTION LIMIT` that some scenario exceeds; a warning where only draining nodes do. */
export function limitsReached(view: PlanView, kind: LimitKind): Hit[] {
  return [...view.databases.values()].flatMap((each) => {
    const exceeded = new Map<string, ExceededLimit[]>();
    for (const scenario of each.budget.scenarios) {
      for (const use of kind.uses(scenario)) {
        if (use.connections > use.limit)
          exceeded.set(use.name, [...(exceeded.get(use.name) ?? []), { ...use, scenario }]);
      }
    }
    return [...exceeded.values()].map((uses) => hit(each, kind, uses));
  });
}

function hit(
  { database, budget }: DatabaseView,
  { noun, key, statement }: LimitKind,
  uses: readonly ExceededLimit[],
): Hit {
  const declared = uses.filter(({ scenario }) => scenario.kind !== 'draining');
  const counted = declared.length > 0 ? declared : uses;
  const { name, limit, connections: most, scenario } = worstOf(counted) as ExceededLimit;
  const named = counted.map((use) => ({ name: use.scenario.name, connections: use.connections }));
  return {
    on: `databases.${database.name}.${key}.${name}`,
    scenario: scenario.name,
    ...(declared.length === 0 ? { severity: 'warning' as const } : {}),
    message: `${scenario.name} opens ${connections(most)} as ${noun} ${name} of ${database.name}; its CONNECTION LIMIT is ${limit}: ${amount(most - limit)} too many${others(named, { connections: most }, 'too many in')}`,
    excess: scenariosBeyond(named, limit),
    remedy: () => remedy(most, budget.allowed, database.name, statement(identifier(name), most)),
  };
}

function remedy(most: number, allowed: number, database: string, statement: string): string {
  if (most === Infinity) return 'No limit is high enough for a pool without bound: give the pool a size.';
  if (most > allowed)
    return `No limit helps, because ${database} has fewer connections than that: make it fit first, then set the limit to its worst case.`;
  return `${statement} covers every scenario; or make the pools of these services smaller.`;
}

/** A name as SQL needs it. */
const identifier = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
