import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml';
import type { Location } from '../findings/types.ts';
import { lineFinder } from './lines.ts';
import { type Entry, indexEvents } from './positions.ts';
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

/** The source of a text, its events and its value. Positions cost nothing until they are asked for. */
export function toSource(path: string, text: string, events: readonly Event[], value: unknown): Source {
  const find = lineFinder(text);
  const index = indexEvents(text, events);
  const at = (offset: number): Location => ({ path, ...find(offset) });
  const place = (event: number) => {
    const offset = offsetOf(events[event]);
    return offset === null ? null : at(offset);
  };
  const placed = (segments: Segments, order: (entry: Entry) => readonly number[]) => {
    const entry = index.find(segments);
    return entry === null
      ? null
      : (order(entry)
          .map(place)
          .find((found) => found !== null) ?? at(0));
  };
  return {
    path,
    value,
    at,
    locate: (segments) =>
      placed(segments, ({ key, value }) => (isCollection(events[value]) && key !== -1 ? [key, value] : [value, key])),
    locateKey: (segments) => placed(segments, ({ key, value }) => [key, value]),
    written: (segments) => {
      const entry = index.find(segments);
      const event = entry === null ? undefined : events[index.resolve(entry.value)];
      if (event?.type !== EVENT_ID.SCALAR || event.valueStart === -1 || event.style >= SCALAR_STYLE.LITERAL_BLOCK) {
        return null;
      }
      const quote = isQuoted(event) ? 1 : 0;
      return text.slice(event.valueStart - quote, event.valueEnd + quote);
    },
  };
}

function isCollection(event: Event | undefined): boolean {
  return event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE;
}

/** Where an event's text begins: an alias at its `*`, quoted text at its quote. Null for a value that is not written. */
function offsetOf(event: Event | undefined): number | null {
  if (event?.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) return event.start;
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart === -1) return null;
  return event.valueStart - (isQuoted(event) ? 1 : 0);
}

function isQuoted(event: Event): boolean {
  return (
    event.type === EVENT_ID.SCALAR &&
    (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED)
  );
}
