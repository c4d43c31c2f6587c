import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/** What stands at a mark; 0 is what has no text of its own. */
export const mark = { map: 1, list: 2, plain: 3, quoted: 4, block: 5, alias: 6 } as const;

/**
 * A document's events as far as positions need them, packed: events as objects would take ten times the memory for as
 * long as anyone may ask for a position. All arrays have one entry for each event, in file order.
 */
export interface Marks {
  readonly kinds: Uint8Array;
  /** Where its text begins, quotes and `*` included; -1 where nothing is written. */
  readonly starts: Int32Array;
  /** Where the text of a word or an alias ends. */
  readonly ends: Int32Array;
  /** The mark after its last part. */
  readonly next: Int32Array;
  /** For each alias the mark it stands for. */
  readonly targets: ReadonlyMap<number, number>;
  /** What a plain or quoted word says. */
  readonly word: (index: number) => string;
}

/** Packs the events of a text in one pass. */
export function packEvents(text: string, events: readonly Event[]): Marks {
  const kinds = new Uint8Array(events.length);
  const starts = new Int32Array(events.length).fill(-1);
  const ends = new Int32Array(events.length).fill(-1);
  const next = new Int32Array(events.length);
  const targets = new Map<number, number>();
  const anchors = new Map<string, number>();
  const irregular = new Map<number, ScalarEvent>();
  const open: number[] = [];
  events.forEach((event, index) => {
    next[index] = index + 1;
    switch (event.type) {
      case EVENT_ID.POP:
        next[open.pop() ?? 0] = index + 1;
        return;
      case EVENT_ID.DOCUMENT:
        open.push(index);
        return;
      case EVENT_ID.ALIAS: {
        const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd));
        if (target !== undefined) targets.set(index, target);
        kinds[index] = mark.alias;
        starts[index] = event.anchorStart - 1;
        ends[index] = event.anchorEnd;
        return;
      }
      case EVENT_ID.SCALAR: {
        const kind = wordKind(event);
        const quote = kind === mark.quoted ? 1 : 0;
        kinds[index] = kind;
        if (event.valueStart !== -1) {
          starts[index] = event.valueStart - quote;
          ends[index] = event.valueEnd + quote;
        }
        if (!event.fast) irregular.set(index, event);
        break;
      }
      default:
        kinds[index] = event.type === EVENT_ID.MAPPING ? mark.map : mark.list;
        starts[index] = event.start;
        open.push(index);
    }
    if (event.anchorStart !== -1) anchors.set(text.slice(event.anchorStart, event.anchorEnd), index);
  });
  const word = (index: number): string => {
    const event = irregular.get(index);
    if (event !== undefined) return getScalarValue(text, event);
    const quote = kinds[index] === mark.quoted ? 1 : 0;
    return text.slice((starts[index] ?? 0) + quote, (ends[index] ?? 0) - quote);
  };
  return { kinds, starts, ends, next, targets, word };
}

function wordKind({ style }: ScalarEvent): number {
  if (style === SCALAR_STYLE.PLAIN) return mark.plain;
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? mark.quoted : mark.block;
}
