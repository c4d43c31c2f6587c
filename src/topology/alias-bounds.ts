import { type AliasEvent, EVENT_ID, type Event } from 'js-yaml';
import { printable } from '../findings/printable.ts';
import { grouped } from './units.ts';

/** How many values the aliases and merge keys of one file may stand for, all together. */
export const maxAliasedValues = 1_000_000;

/** An alias that cannot be followed: where it is, and why. */
interface AliasProblem {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/**
 * The first alias that stands inside what it names, or with which the aliases of the file stand for more than
 * `maxAliasedValues` values; null when all can be followed. Linear in the number of events, whatever they stand for.
 */
export function findHugeAlias(text: string, events: readonly Event[]): AliasProblem | null {
  if (!text.includes('*')) return null;
  const sizes = new Map<string, number>();
  const open: { readonly anchor: string | null; size: number }[] = [];
  let aliased = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      const closed = open.pop();
      if (closed === undefined) continue;
      if (closed.anchor !== null) sizes.set(closed.anchor, closed.size);
      grow(open, closed.size);
    } else if (event.type === EVENT_ID.ALIAS) {
      const name = text.slice(event.anchorStart, event.anchorEnd);
      const size = sizes.get(name) ?? 1;
      aliased += size;
      if (open.some(({ anchor }) => anchor === name)) return circular(event, name);
      if (aliased > maxAliasedValues) return tooMany(event);
      grow(open, size);
    } else if (event.type === EVENT_ID.DOCUMENT) {
      open.push({ anchor: null, size: 0 });
    } else {
      const anchor = event.anchorStart === -1 ? null : text.slice(event.anchorStart, event.anchorEnd);
      if (event.type !== EVENT_ID.SCALAR) open.push({ anchor, size: 1 });
      else {
        if (anchor !== null) sizes.set(anchor, 1);
        grow(open, 1);
      }
    }
  }
  return null;
}

function grow(open: readonly { size: number }[], size: number): void {
  const parent = open.at(-1);
  if (parent !== undefined) parent.size += size;
}

function circular({ anchorStart }: AliasEvent, name: string): AliasProblem {
  return {
    offset: anchorStart - 1,
    message: `the alias \`*${printable(name)}\` stands inside the value it names`,
    hint: 'An alias repeats a value that is complete: move the anchor, or write the value out.',
  };
}

function tooMany({ anchorStart }: AliasEvent): AliasProblem {
  return {
    offset: anchorStart - 1,
    message: `the aliases of this file stand for more than ${grouped(maxAliasedValues)} values`,
    hint: 'Aliases of aliases multiply: write less with them.',
  };
}
