import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { printable } from '../findings/printable.ts';
import type { Problem } from '../findings/types.ts';
import type { Source } from './source.ts';

interface OpenNode {
  /** Offsets of the keys seen so far; null for anything but a map. */
  readonly keys: Map<string, number> | null;
  expectsKey: boolean;
}

/** Every key that its map has already, in file order. */
export function findDuplicateKeys({ at }: Source, text: string, events: readonly Event[]): Problem[] {
  const problems: Problem[] = [];
  const open: OpenNode[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    if (parent?.keys && parent.expectsKey && event.type === EVENT_ID.SCALAR) {
      const key = getScalarValue(text, event);
      const first = parent.keys.get(key);
      if (first === undefined) parent.keys.set(key, event.valueStart);
      else if (key !== '<<' || event.style !== SCALAR_STYLE.PLAIN) {
        const { line, column } = at(first);
        problems.push({
          location: at(event.valueStart),
          message: `the key \`${printable(key)}\` is given twice`,
          hint: `It was previously given at ${line}:${column}; keep one of the two.`,
        });
      }
    }
    if (parent !== undefined) parent.expectsKey = !parent.expectsKey;
    if (event.type === EVENT_ID.MAPPING) open.push({ keys: new Map(), expectsKey: true });
    else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.DOCUMENT) {
      open.push({ keys: null, expectsKey: false });
    }
  }
  return problems;
}
