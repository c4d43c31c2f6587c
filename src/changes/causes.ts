import { topologyOf } from '../topology/index.ts';
import { dotted } from '../topology/segments.ts';
import { grouped } from './grouped.ts';
import { withEdits } from './tree.ts';
import type { Cause, Edit, Tree, Unit } from './types.ts';
import { entryOf } from './units.ts';

const isValid = (tree: Tree): boolean => topologyOf(tree) !== null;

/**
 * Orders edits so that each leaves a valid file, and ties together those that cannot do without each other: what is
 * added comes first, what is removed last.
 */
export function causesOf(base: Tree, units: readonly Unit[]): Cause[] {
  const causes: Cause[] = [];
  let pending = [...units].sort((a, b) => rank(a) - rank(b));
  let state = base;
  while (pending.length > 0) {
    const next = firstValid(state, pending);
    const edits = next.flat();
    causes.push({ edits, needs: needsOf(base, causes, edits) });
    state = withEdits(state, edits);
    pending = pending.filter((unit) => !next.includes(unit));
  }
  return causes;
}

const sections = ['databases', 'poolers', 'services'];

/** 0 to 2: adds a database, pooler or service; 3: changes something; 4 to 6: removes a service, pooler or database. */
function rank([edit]: Unit): number {
  const [section, ...below] = edit?.at[0] ?? [];
  const level = sections.indexOf(`${section}`);
  if (below.length !== 1 || level === -1) return 3;
  if (edit?.from === undefined) return level;
  return edit.to === undefined ? 6 - level : 3;
}

/** The first edits that leave a valid file: one alone, else those of one map, of one entry, or all that are left. */
function firstValid(state: Tree, pending: readonly Unit[]): readonly Unit[] {
  const levels: readonly (readonly Unit[])[][] = [
    pending.map((unit) => [unit]),
    grouped(pending, ([edit]) => dotted(edit?.at[0].slice(0, -1) ?? [])),
    grouped(pending, ([edit]) => (edit === undefined ? '' : entryOf(edit))),
  ];
  for (const level of levels) {
    const found = level.find((units) => isValid(withEdits(state, units.flat())));
    if (found !== undefined) return found;
  }
  return pending;
}

/** As few as possible of the causes so far that leave a valid file alone, and one with the edits upon them. */
function needsOf(base: Tree, causes: readonly Cause[], edits: readonly Edit[]): number[] {
  const holds = (needs: readonly number[]) => {
    const without = withEdits(
      base,
      needs.flatMap((index) => causes[index]?.edits ?? []),
    );
    return isValid(withEdits(without, edits)) && (needs.length === 0 || isValid(without));
  };
  if (holds([])) return [];
  let needs = causes.map((_, index) => index);
  for (const index of [...needs]) {
    const fewer = needs.filter((each) => each !== index);
    if (holds(fewer)) needs = fewer;
  }
  return needs;
}
