import { type Marks, mark } from './marks.ts';
import type { Segments } from './segments.ts';

/** The marks of a key and its value; -1 for the key of a list's item or of the whole document. */
export interface PositionEntry {
  readonly key: number;
  readonly value: number;
}

interface Children {
  readonly entries: ReadonlyMap<string | number, PositionEntry>;
  /** Values of merge keys. */
  readonly merged: readonly number[];
}

/**
 * Finds the entry at a path, or null where the file has none. What comes through an alias or a merge key is found where
 * its text is, at the anchor: that is the text to change. A path that ends at an alias is found at the alias. Each map
 * or list on an asked path is looked through once, when it is first asked for.
 */
export function entryFinder(marks: Marks): (segments: Segments) => PositionEntry | null {
  const known = new Map<number, Children>();

  const children = (parent: number): Children => {
    const found =
      known.get(parent) ?? (isMap(marks, parent) ? mapChildren(marks, parent) : listChildren(marks, parent));
    known.set(parent, found);
    return found;
  };

  const child = (parent: number, segment: string | number): PositionEntry | null => {
    const { entries, merged } = children(parent);
    const own = entries.get(segment);
    if (own !== undefined) return own;
    for (const source of merged) {
      const target = resolve(marks, source);
      const items = isMap(marks, target) ? [target] : [...children(target).entries.values()].map(({ value }) => value);
      for (const item of items) {
        const found = child(resolve(marks, item), segment);
        if (found !== null) return found;
      }
    }
    return null;
  };

  return (segments) => {
    let entry: PositionEntry | null = { key: -1, value: 1 };
    for (const segment of segments) {
      entry = child(resolve(marks, entry.value), segment);
      if (entry === null) return null;
    }
    return entry;
  };
}

/** The mark that an alias stands for; any other mark stands for itself. */
export function resolve({ kinds, targets }: Marks, index: number): number {
  return kinds[index] === mark.alias ? (targets.get(index) ?? -1) : index;
}

function isMap({ kinds }: Marks, index: number): boolean {
  return kinds[index] === mark.map;
}

function mapChildren(marks: Marks, parent: number): Children {
  const entries = new Map<string, PositionEntry>();
  const merged: number[] = [];
  const end = (marks.next[parent] ?? 0) - 1;
  for (let key = parent + 1; key < end; ) {
    const value = marks.next[key] ?? end;
    const name = marks.word(resolve(marks, key));
    if (name === '<<' && marks.kinds[key] === mark.plain) merged.push(value);
    else entries.set(name, { key, value });
    key = marks.next[value] ?? end;
  }
  return { entries, merged };
}

function listChildren({ kinds, next }: Marks, parent: number): Children {
  const entries = new Map<number, PositionEntry>();
  const end = kinds[parent] === mark.list ? (next[parent] ?? 0) - 1 : 0;
  for (let value = parent + 1; value < end; value = next[value] ?? end) {
    entries.set(entries.size, { key: -1, value });
  }
  return { entries, merged: [] };
}
