import { dotted } from '../topology/segments.ts';
import { grouped } from './grouped.ts';
import type { States } from './states.ts';
import type { Cause, Edit, Unit } from './types.ts';
import { entryOf } from './units.ts';

/**
 * Orders edits so that each leaves a valid file, and ties together those that cannot do without each other: what is
 * added comes first, what is removed last.
 */
export function causesOf(states: States, units: readonly Unit[]): Cause[] {
  const causes: Cause[] = [];
  let pending = [...units].sort((a, b) => rank(a) - rank(b));
  while (pending.length > 0) {
    const next = firstValid(states, editsOf(causes), pending);
    const edits = next.flat();
    causes.push({ edits, needs: needsOf(states, causes, edits) });
    pending = pending.filter((unit) => !next.includes(unit));
  }
  return causes;
}

/** All edits of some causes. */
export const editsOf = (causes: readonly Cause[]): Edit[] => causes.flatMap(({ edits }) => edits);

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
function firstValid({ isValid }: States, made: readonly Edit[], pending: readonly Unit[]): readonly Unit[] {
  const levels: readonly (readonly Unit[])[][] = [
    pending.map((unit) => [unit]),
    grouped(pending, ([edit]) => dotted(edit?.at[0].slice(0, -1) ?? [])),
    grouped(pending, ([edit]) => (edit === undefined ? '' : entryOf(edit))),
  ];
  for (const level of levels) {
    const found = level.find((units) => isValid([...made, ...units.flat()]));
    if (found !== undefined) return found;
  }
  return pending;
}

/** As few as possible of the causes so far that leave a valid file alone, and one with the edits upon them. */
function needsOf({ isValid }: States, causes: readonly Cause[], edits: readonly Edit[]): number[] {
  const holds = (needs: readonly number[]) => {
    const needed = needs.flatMap((index) => causes[index]?.edits ?? []);
    return isValid([...needed, ...edits]) && isValid(needed);
  };
  if (holds([])) return [];
  let needs = causes.map((_, index) => index);
  for (const index of [...needs]) {
    const fewer = needs.filter((each) => each !== index);
    if (holds(fewer)) needs = fewer;
  }
  return needs;
}
