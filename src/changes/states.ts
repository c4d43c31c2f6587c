import { worstCases } from '../budget/index.ts';
import { topologyOf } from '../topology/index.ts';
import type { Topology } from '../topology/types.ts';
import { editsBetween } from './edits.ts';
import { type Figures, figuresOf } from './figures.ts';
import { treeOf, withEdits } from './tree.ts';
import type { Edit, Planned } from './types.ts';

/** The files between base and head: the base with some of the edits made. Each is read and planned at most once. */
export interface States {
  /** All of them. */
  readonly edits: readonly Edit[];
  /** True when the base with these edits is a valid file. */
  readonly isValid: (edits: readonly Edit[]) => boolean;
  /** The figures of the base with these edits; null where it is no valid file. */
  readonly figures: (edits: readonly Edit[]) => Figures | null;
}

/** One file between base and head, worked out as far as it was asked for. */
interface FigureState {
  readonly topology: Topology | null;
  figures?: Figures | null;
}

/** All states between two files. */
export function statesBetween(base: Planned, head: Planned): States {
  const tree = treeOf(base.topology.given);
  const edits = editsBetween(base.topology, head.topology);
  const orderOf = new Map(edits.map((edit, order) => [edit, order]));
  const key = (some: readonly Edit[]) =>
    some
      .map((edit) => orderOf.get(edit) ?? -1)
      .sort((a, b) => a - b)
      .join();
  const known = new Map<string, FigureState>([
    [key(edits), { topology: head.topology, figures: figuresOf(head.budget) }],
    ['', { topology: base.topology, figures: figuresOf(base.budget) }],
  ]);
  const state = (some: readonly Edit[]): FigureState => {
    const found = known.get(key(some)) ?? { topology: topologyOf(withEdits(tree, some)) };
    known.set(key(some), found);
    return found;
  };
  return {
    edits,
    isValid: (some) => state(some).topology !== null,
    figures: (some) => {
      const found = state(some);
      if (found.figures === undefined) found.figures = found.topology && figuresOf(worstCases(found.topology));
      return found.figures;
    },
  };
}
