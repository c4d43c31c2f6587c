import { dotted, isMap, type Segments } from '../topology/segments.ts';
import type { Topology } from '../topology/types.ts';
import { asMap, treeOf } from './tree.ts';
import type { Edit } from './types.ts';

type Difference = Pick<Edit, 'from' | 'to'> & { readonly at: Segments };

/**
 * Every value that differs between two files: an entry that one of them does not have is one edit, a list is one value.
 * What one text gives to several places, by an anchor, is one edit of all of them. In the order of the changed file.
 */
export function editsBetween(base: Topology, head: Topology): Edit[] {
  const edits = new Map<string, Edit>();
  for (const { at, from, to } of differences(treeOf(base.given), treeOf(head.given), [])) {
    const path = dotted(at);
    const { location } = (to === undefined ? base : head).origin(path);
    const text = [location.path, location.line, location.column, JSON.stringify(from), JSON.stringify(to)].join('\0');
    const known = edits.get(text);
    const edit: Edit = { at: [at], paths: [path], from, to, location };
    edits.set(text, known === undefined ? edit : { ...known, at: [...known.at, at], paths: [...known.paths, path] });
  }
  return [...edits.values()];
}

function* differences(before: unknown, after: unknown, at: Segments): Generator<Difference> {
  const [from, to] = [isMap(after) ? asMap(before, at) : before, isMap(before) ? asMap(after, at) : after];
  const isIn = (value: unknown) => isMap(value) || (at.length < 2 && value === undefined);
  if (isIn(from) && isIn(to)) {
    const [old, recent] = [Object(from ?? {}), Object(to ?? {})];
    for (const key of new Set([...Object.keys(recent), ...Object.keys(old)]))
      yield* differences(own(old, key), own(recent, key), [...at, key]);
  } else if (!alike(from, to)) {
    yield { at, from: before, to: after };
  }
}

const own = (map: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(map, key) ? map[key] : undefined;

function alike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  const [old, recent] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keys.length === Object.keys(b).length && keys.every((key) => alike(old[key], own(recent, key)));
}
