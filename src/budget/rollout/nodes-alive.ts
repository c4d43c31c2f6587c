import type { Deploy } from '../../topology/types.ts';
import { ceilOf } from '../ratio.ts';
import { amountOf, countedNodes, drainingNodes } from './rolling.ts';

/** Nodes that may hold connections during one rollout; never below the number of nodes in steady state. */
export interface NodesAlive {
  /** The most the platform's own arithmetic allows. */
  readonly counted: number;
  /** `counted`; where the timing is declared, the exact worst case with draining nodes. */
  readonly deploy: number;
  /** The worst case when old nodes drain as slowly as the platform and the declared timing allow. */
  readonly draining: number;
}

/** The most nodes alive while `nodes` of them are replaced once. `nodes` is whole and not negative. */
export function nodesAlive(deploy: Deploy, nodes: number): NodesAlive {
  const { overlap, drain, readyAfter } = deploy;
  switch (overlap.kind) {
    case 'in_place':
      return settled(nodes);
    case 'full_set': {
      const counted = Math.max(nodes, Math.min(2 * nodes, overlap.atMost));
      const draining = drain === 0 ? counted : 2 * nodes;
      return { counted, deploy: drain === null || readyAfter === null ? counted : draining, draining };
    }
    case 'factor':
      return settled(Math.max(nodes, ceilOf(nodes, overlap.factor)));
    case 'extra':
      return settled(nodes + amountOf(overlap.extra, nodes));
    case 'rolling': {
      const counted = countedNodes(overlap, nodes);
      const draining = drainingNodes(overlap, nodes, readyAfter ?? 0, drain ?? Number.POSITIVE_INFINITY);
      const declared = drain !== null && (readyAfter !== null || drain <= overlap.waitsForExit);
      return { counted, deploy: declared ? draining : counted, draining };
    }
  }
}

/** The platform counts draining nodes, or there are none: timing makes no difference. */
function settled(alive: number): NodesAlive {
  return { counted: alive, deploy: alive, draining: alive };
}
