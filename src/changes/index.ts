import type { Topology } from '../topology/types.ts';
import { causesOf } from './causes.ts';
import { editsBetween } from './edits.ts';
import { movementsOf } from './movements.ts';
import { treeOf } from './tree.ts';
import type { Changes } from './types.ts';
import { unitsOf } from './units.ts';

export type * from './types.ts';

/**
 * What a change of a file does to every figure of every database and pooler, and which edit does it. Exact: every state
 * on the way from base to head is planned. Pure.
 */
export function changesBetween(base: Topology, head: Topology): Changes {
  const tree = treeOf(base.given);
  const edits = editsBetween(base, head);
  const causes = causesOf(tree, unitsOf(edits, base.services.length + head.services.length));
  return { causes, movements: movementsOf(tree, causes, base, head) };
}
