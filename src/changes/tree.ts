import { shortFormOf, withValue } from '../topology/paths.ts';
import { isMap, type Segments } from '../topology/segments.ts';
import type { Edit, Tree } from './types.ts';

/** What a file says in one form, whichever it was written in: `database` stands under `databases`, `x-` keys are gone. */
export function treeOf(given: unknown): Tree {
  const root = isMap(given) ? given : {};
  const { database, databases, ...others } = Object.fromEntries(
    Object.entries(root).filter(([key]) => !key.startsWith('x-')),
  );
  const short = database === undefined ? {} : { database };
  return { databases: { ...short, ...(isMap(databases) ? databases : {}) }, ...others };
}

/** The value as a map, where it stands for one: `pool: 20` for `{ size: 20 }`, an entry without anything for an empty one. */
export function asMap(value: unknown, at: Segments): unknown {
  const [section] = at;
  if (value === null && (at.length === 1 || (at.length === 2 && section !== 'policy'))) return {};
  const isPool = section === 'services' && at.at(-1) !== 'deploy' && shortFormOf(at) === 'size';
  return isPool && (typeof value === 'number' || typeof value === 'string') ? { size: value } : value;
}

/** The tree with every edit made in it. What is not on the way to an edit is shared. */
export function withEdits(tree: Tree, edits: readonly Edit[]): Tree {
  const places = edits.flatMap(({ at, to }) => at.map((segments) => ({ segments, to })));
  return places.reduce((changed, { segments, to }) => withValue(changed, segments, to) as Tree, tree);
}
