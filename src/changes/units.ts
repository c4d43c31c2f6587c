import { dotted } from '../topology/segments.ts';
import { grouped } from './grouped.ts';
import type { Edit, Unit } from './types.ts';

/** Services planned again for all causes together: a few seconds. */
const affordable = 150_000;

/** Every cause is planned on its own, after those before it, and as the last one. */
const plansOfCause = 3;

/**
 * The edits that are told apart: each, if so many services can be planned again for it; else those of one entry, of one
 * section, or all of them, together.
 */
export function unitsOf(edits: readonly Edit[], services: number): Unit[] {
  const levels: readonly ((edit: Edit, index: number) => string)[] = [
    (_, index) => String(index),
    entryOf,
    ({ at: [first] }) => String(first[0]),
  ];
  const affords = (units: readonly Unit[]) => units.length <= 1 || units.length * plansOfCause * services <= affordable;
  for (const level of levels) {
    const units = grouped(edits, level);
    if (affords(units)) return units;
  }
  return [[...edits]];
}

/** The database, pooler, service or scenario that an edit is in; the section where there is none. */
export const entryOf = ({ at: [first] }: Edit): string => dotted(first.slice(0, first[0] === 'policy' ? 1 : 2));
