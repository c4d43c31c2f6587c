import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Segments } from './segments.ts';

/** Where a key and its value stand: indexes of events; -1 for the key of a list's item or of the whole document. */
export interface Entry {
  readonly key: number;
  readonly value: number;
}

/** Finds the events of a path. */
export interface EventIndex {
  /**
   * The entry at a path, or null where the file has none. What comes through an alias or a merge key is found where its
   * text is, at the anchor: that is the text to change. A path that ends at an alias is found at the alias.
   */
  readonly find: (segments: Segments) => Entry | null;
  /** The event that an alias stands for; any other event stands for itself. */
  readonly resolve: (event: number) => number;
}

/**
 * An index of a document's events. Nothing is computed before the first question; then one pass over the events, and
 * one map for each map or list on the asked paths.
 */
export function indexEvents(text: string, events: readonly Event[]): EventIndex {
  let passed: Pass | undefined;
  const pass = () => {
    passed ??= passOver(text, events);
    return passed;
  };
  const childrenOf = new Map<number, Children>();

  const resolve = (index: number): number =>
    events[index]?.type === EVENT_ID.ALIAS ? (pass().anchors.get(index) ?? -1) : index;

  const children = (parent: number): Children => {
    const known = childrenOf.get(parent);
    if (known !== undefined) return known;
    const found = listChildren(parent);
    childrenOf.set(parent, found);
    return found;
  };

  const listChildren = (parent: number): Children => {
    const { ends } = pass();
    const entries = new Map<string | number, Entry>();
    const merged: number[] = [];
    const isMapping = events[parent]?.type === EVENT_ID.MAPPING;
    const after = (ends[parent] ?? 0) - 1;
    for (let index = parent + 1; index < after; ) {
      if (!isMapping) {
        entries.set(entries.size, { key: -1, value: index });
        index = ends[index] ?? after;
        continue;
      }
      const value = ends[index] ?? after;
      const key = events[resolve(index)];
      if (key?.type === EVENT_ID.SCALAR) {
        if (isMerge(text, key)) merged.push(value);
        else entries.set(getScalarValue(text, key), { key: index, value });
      }
      index = ends[value] ?? after;
    }
    return { entries, merged };
  };

  const child = (parent: number, segment: string | number): Entry | null => {
    const { entries, merged } = children(parent);
    const own = entries.get(segment);
    if (own !== undefined) return own;
    for (const source of merged) {
      const target = resolve(source);
      const maps =
        events[target]?.type === EVENT_ID.SEQUENCE
          ? [...children(target).entries.values()].map(({ value }) => resolve(value))
          : [target];
      for (const map of maps) {
        const found = child(map, segment);
        if (found !== null) return found;
      }
    }
    return null;
  };

  const find = (segments: Segments): Entry | null => {
    let entry: Entry | null = { key: -1, value: 1 };
    for (const segment of segments) {
      entry = child(resolve(entry.value), segment);
      if (entry === null) return null;
    }
    return entry;
  };

  return { find, resolve };
}

interface Children {
  readonly entries: ReadonlyMap<string | number, Entry>;
  /** Values of merge keys. */
  readonly merged: readonly number[];
}

interface Pass {
  /** For each event the index after its last part. */
  readonly ends: Int32Array;
  /** For each alias the event it stands for. */
  readonly anchors: ReadonlyMap<number, number>;
}

function passOver(text: string, events: readonly Event[]): Pass {
  const ends = new Int32Array(events.length);
  const anchors = new Map<number, number>();
  const named = new Map<string, number>();
  const open: number[] = [];
  events.forEach((event, index) => {
    ends[index] = index + 1;
    if (event.type === EVENT_ID.POP) ends[open.pop() ?? 0] = index + 1;
    else if (event.type === EVENT_ID.ALIAS) {
      const anchor = named.get(text.slice(event.anchorStart, event.anchorEnd));
      if (anchor !== undefined) anchors.set(index, anchor);
    } else {
      if (event.type !== EVENT_ID.SCALAR) open.push(index);
      if (event.type !== EVENT_ID.DOCUMENT && event.anchorStart !== -1) {
        named.set(text.slice(event.anchorStart, event.anchorEnd), index);
      }
    }
  });
  return { ends, anchors };
}

function isMerge(text: string, key: ScalarEvent): boolean {
  return key.style === SCALAR_STYLE.PLAIN && getScalarValue(text, key) === '<<';
}
