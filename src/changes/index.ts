import { causesOf } from './causes.ts';
import { figureNames } from './figures.ts';
import { movementsOf } from './movements.ts';
import { overcommitChanges } from './overcommit.ts';
import { statesBetween } from './states.ts';
import type { Changes, Planned } from './types.ts';
import { unitsOf } from './units.ts';

export type * from './types.ts';

/**
 * What a change of a file does to every figure of every database and pooler, and which edit does it. Exact: every state
 * on the way from base to head is planned. `base` null: there was no file before, so there are no edits. Pure.
 */
export function changesBetween(base: Planned | null, head: Planned): Changes {
  const overcommit = overcommitChanges(base, head);
  if (base === null) return { causes: [], movements: [], overcommit };
  const states = statesBetween(base, head);
  const services = base.topology.services.length + head.topology.services.length;
  const causes = causesOf(states, unitsOf(states.edits, services));
  return { causes, movements: movementsOf(states, causes, figureNames(base.budget, head.budget)), overcommit };
}
