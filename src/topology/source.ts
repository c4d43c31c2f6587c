import type { Location } from '../findings/types.ts';
import { lineFinder } from './lines.ts';
import { type Marks, mark } from './marks.ts';
import { entryFinder, type PositionEntry, resolve } from './positions.ts';
import type { Segments } from './segments.ts';

/** A parsed text that knows where everything in it stands. */
export interface Source {
  /** Path of the file, or the `--set` it is. */
  readonly path: string;
  /** What YAML makes of the text: maps, lists, text, integers, booleans, null. */
  readonly value: unknown;
  /**
   * Where a person should look for the value at a path: at the value, or at its key when the value is a map, a list or
   * nothing. Null where the text has no such path.
   */
  readonly locate: (segments: Segments) => Location | null;
  /** Where the key at a path stands; the value for a list's item. */
  readonly locateKey: (segments: Segments) => Location | null;
  /** The value at a path as it is written, quotes included; null for maps, lists, nothing, and block text. */
  readonly written: (segments: Segments) => string | null;
  /** The place of an offset in the text. */
  readonly at: (offset: number) => Location;
}

/** A source that is a value alone, without a text. */
export function unplaced(value: unknown): Source {
  const nowhere = () => null;
  const at = () => ({ path: '', line: 1, column: 1 });
  return { path: '', value, locate: nowhere, locateKey: nowhere, written: nowhere, at };
}

/** The source of a text, its packed events and its value. A position costs nothing until it is asked for. */
export function toSource(path: string, text: string, marks: Marks, value: unknown): Source {
  const { kinds, starts, ends } = marks;
  const lineOf = lineFinder(text);
  const find = entryFinder(marks);
  const at = (offset: number): Location => ({ path, ...lineOf(offset) });
  const isCollection = (index: number) => kinds[index] === mark.map || kinds[index] === mark.list;
  const placed = (segments: Segments, order: (entry: PositionEntry) => readonly number[]) => {
    const entry = find(segments);
    if (entry === null) return null;
    return at(starts[order(entry).find((index) => (starts[index] ?? -1) !== -1) ?? -1] ?? 0);
  };
  return {
    path,
    value,
    at,
    locate: (segments) => placed(segments, ({ key, value }) => (isCollection(value) ? [key, value] : [value, key])),
    locateKey: (segments) => placed(segments, ({ key, value }) => [key, value]),
    written: (segments) => {
      const entry = find(segments);
      const index = entry === null ? -1 : resolve(marks, entry.value);
      const isWord = kinds[index] === mark.plain || kinds[index] === mark.quoted;
      return isWord && starts[index] !== -1 ? text.slice(starts[index], ends[index]) : null;
    },
  };
}
