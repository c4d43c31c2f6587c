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
  const bound = boundTogether(edits);
  const levels: readonly ((edit: Edit, index: number) => string)[] = [
    (edit, index) => bound(edit) ?? String(index),
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

/** What a deploy or a pooler may say depends on its platform or kind: where that changes, everything in it belongs together. */
function boundTogether(edits: readonly Edit[]): (edit: Edit) => string | null {
  const decides = ({ at: [first] }: Edit) =>
    (first.at(-2) === 'deploy' && ['platform', 'strategy'].includes(`${first.at(-1)}`)) ||
    (first.length === 3 && first[0] === 'poolers' && first[2] === 'kind');
  const mapOf = ({ at: [first] }: Edit) => dotted(first.slice(0, -1));
  const maps = new Set(edits.filter(decides).map(mapOf));
  return (edit) => (maps.has(mapOf(edit)) ? mapOf(edit) : null);
}

/** The database, pooler, service or scenario that an edit is in; the section where there is none. */
export const entryOf = ({ at: [first] }: Edit): string => dotted(first.slice(0, first[0] === 'policy' ? 1 : 2));
