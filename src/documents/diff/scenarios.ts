import type { Changes, Movement, OvercommitChange } from '../../changes/types.ts';
import type { Connections, DocumentDatabase, DocumentPolicy, DocumentPooler } from '../plan/types.ts';
import { bounded } from '../values.ts';
import type * as Diff from './types.ts';

/** Whether it is a database or a pooler. */
export type PlaceKind = Diff.DocumentPlaceChange['kind'];

/** A database or pooler of one of the two files. */
export interface Side {
  readonly place: DocumentDatabase | DocumentPooler;
  readonly policy: DocumentPolicy;
}

/**
 * Every scenario of either side; undefined: the place is not there. What moved is as the movement has it, what did not as
 * either side has it.
 */
export function scenariosOf(
  kind: PlaceKind,
  old: Side | undefined,
  recent: Side | undefined,
  { movements, overcommit }: Omit<Changes, 'causes'>,
): Diff.DocumentScenarioChange[] {
  const shown = [...(recent?.place.scenarios ?? []), ...(old?.place.scenarios ?? [])];
  return [...new Map(shown.map(({ name, kind }) => [name, kind]))].map(([name, promise]) => {
    const seen = read(recent, name) ?? read(old, name);
    const both = (what: 'load' | 'limit'): readonly [Connections, Connections] => {
      const moved = movements.find(({ figure }) => isMeant(figure, name, what));
      if (moved !== undefined) return [bounded(moved.base), bounded(moved.head)];
      const value = seen?.[what] ?? null;
      return [old === undefined ? 0 : value, recent === undefined ? 0 : value];
    };
    const [base, head] = both('load');
    const [base_limit, head_limit] = both('limit');
    const likely = overcommitOf(
      old,
      recent,
      overcommit.find(({ scenario }) => scenario === name),
    );
    return {
      name,
      kind: promise,
      base,
      head,
      base_limit,
      head_limit,
      base_fits: fits(kind, base, base_limit) && (likely?.base ?? 0) <= (likely?.base_allowed ?? 1),
      head_fits: fits(kind, head, head_limit) && (likely?.head ?? 0) <= (likely?.head_allowed ?? 1),
      overcommit: likely,
    };
  });
}

const loads: readonly string[] = ['connections', 'clients'];
const limits: readonly string[] = ['allowed', 'client_limit'];

function isMeant({ quantity, scenario }: Movement['figure'], name: string, what: 'load' | 'limit'): boolean {
  return (scenario === null || scenario.name === name) && (what === 'load' ? loads : limits).includes(quantity);
}

/** What a scenario brings against what it may; undefined where the place does not show it. */
function read(
  side: Side | undefined,
  name: string,
): { readonly load: Connections; readonly limit: Connections } | undefined {
  if (side === undefined) return undefined;
  const { place } = side;
  if ('allowed' in place) {
    const scenario = place.scenarios.find((each) => each.name === name);
    return scenario && { load: scenario.connections, limit: place.allowed };
  }
  const scenario = place.scenarios.find((each) => each.name === name);
  return scenario && { load: scenario.clients, limit: scenario.client_limit };
}

/** What has no bound fits into a pooler that has none either, and into no database. */
function fits(kind: PlaceKind, load: Connections, limit: Connections): boolean {
  if (load === null) return kind === 'pooler' && limit === null;
  return limit === null || load <= limit;
}

function overcommitOf(
  old: Side | undefined,
  recent: Side | undefined,
  change: OvercommitChange | undefined,
): Diff.DocumentOvercommitChange | null {
  if (change === undefined && !isJudgedByProbability(old) && !isJudgedByProbability(recent)) return null;
  return {
    base: change?.base ?? null,
    head: change?.head ?? null,
    base_allowed: allowedProbability(old),
    head_allowed: allowedProbability(recent),
  };
}

function isJudgedByProbability(side: Side | undefined): boolean {
  return side !== undefined && 'allowed' in side.place && side.place.allowed === null && side.place.usable !== null;
}

function allowedProbability(side: Side | undefined): number | null {
  const isLimited = side !== undefined && 'usable' in side.place && side.place.usable !== null;
  return isLimited ? side.policy.overcommit_probability : null;
}
