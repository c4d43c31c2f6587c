import { parseEvents } from 'js-yaml';
import { type Marks, mark, packEvents } from './marks.ts';
import { entryFinder, type PositionEntry, resolve } from './positions.ts';
import type { Segments } from './segments.ts';

/** The text of a value that is no map or list. All places are offsets. */
export interface Word {
  /** Where it begins, quotes included; of a block of text, its first line. */
  readonly start: number;
  readonly end: number;
  /** The alias, or the map with the merge key, that leads to a text elsewhere; null where the text is in its place. */
  readonly via: number | null;
}

/** Finds the word at a path of a readable text without byte order mark; null where there is none. */
export function wordFinder(text: string): (segments: Segments) => Word | null {
  const marks = packEvents(text, parseEvents(text, {}));
  const find = entryFinder(marks);
  return (segments) => {
    const entries = segments.map((_, index) => find(segments.slice(0, index + 1)));
    const last = entries.at(-1);
    if (!last) return null;
    const index = resolve(marks, last.value);
    const start = marks.starts[index] ?? -1;
    const end = marks.ends[index] ?? -1;
    return start === -1 || end === -1 ? null : { start, end, via: viaOf(marks, entries as PositionEntry[]) };
  };
}

/** Where a way, given by the entries on it, first leaves for another part of the text. */
function viaOf({ kinds, starts, next }: Marks, way: readonly PositionEntry[]): number | null {
  const leaving = way.find(({ value }, index) => {
    const { value: inner } = way[index + 1] ?? {};
    if (inner === undefined) return kinds[value] === mark.alias;
    return inner <= value || inner >= (next[value] ?? 0);
  });
  if (leaving === undefined) return null;
  const { key, value } = leaving;
  return (kinds[value] === mark.alias || key === -1 ? starts[value] : starts[key]) ?? 0;
}
