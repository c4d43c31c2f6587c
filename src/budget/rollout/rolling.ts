import type { Amount, Rolling } from '../../topology/types.ts';
import { ceilOf, floorOf } from '../ratio.ts';

/** How far a rolling replacement may stray from the number of nodes: above it, and below it in available nodes. */
export interface Slack {
  readonly surge: number;
  readonly unavailable: number;
}

/** The number of nodes that an amount comes to among `nodes` nodes. */
export function amountOf(amount: Amount, nodes: number): number {
  const share = amount.round === 'up' ? ceilOf(nodes, amount.share) : floorOf(nodes, amount.share);
  return Math.max(amount.atLeast, share);
}

/**
 * Surge and unavailable nodes after rounding; when both come to zero, one node may be unavailable, unless the platform
 * has no overlap then. Source: ResolveFenceposts in Kubernetes' pkg/controller/deployment/util/deployment_util.go.
 */
export function fencepostsOf(rolling: Rolling, nodes: number): Slack {
  const surge = amountOf(rolling.surge, nodes);
  const unavailable = amountOf(rolling.unavailable, nodes);
  const moves = surge > 0 || unavailable > 0 || rolling.bothZero === 'no_overlap';
  return { surge, unavailable: moves ? unavailable : 1 };
}

/** The fenceposts as they take effect: neither is more than there are nodes. */
export function slackOf(rolling: Rolling, nodes: number): Slack {
  const { surge, unavailable } = fencepostsOf(rolling, nodes);
  return { surge: Math.min(surge, nodes), unavailable: Math.min(unavailable, nodes) };
}

/** The most nodes that the platform counts: nodes + surge. */
export function countedNodes(rolling: Rolling, nodes: number): number {
  return nodes + slackOf(rolling, nodes).surge;
}

/**
 * The most nodes alive, draining ones included, when a new node becomes available `readyAfter` seconds after its
 * start or later, and an old one exits `drain` seconds (Infinity: any time) after it was told to stop or sooner.
 *
 * With R nodes, surge S, unavailable U, batches of B = S + U and a controller that acts at once: a batch starts when
 * the one before is available, so within one drain time at most `waves` = floor(drain / readyAfter) + 1 batches of new
 * nodes start. Look at the drain time that ends now. If the rollout began within it, no old node is gone, and at most
 * waves x B new ones exist. If it began before, at least U old ones are gone, and for each further one a new one was
 * there before that time; so beside the R - U others at most S + U + waves x B new ones count. R new ones are the most
 * in either case: R + max(min(R, waves x B), min(R - U, S + waves x B)) nodes are alive. Both are reached when every
 * node becomes available after exactly `readyAfter` and drains for exactly `drain`. This is never above the simpler
 * min(2R, R + S + waves x B), and below it where a rollout ends within few batches.
 */
export function drainingNodes(rolling: Rolling, nodes: number, readyAfter: number, drain: number): number {
  const { surge, unavailable } = slackOf(rolling, nodes);
  const batch = surge + unavailable;
  if (batch === 0 || drain <= rolling.waitsForExit) return nodes + surge;
  const waves = wavesWithin(drain - rolling.waitsForExit, readyAfter + rolling.waitsForExit);
  const started = waves >= nodes ? nodes : waves * batch;
  return nodes + Math.max(Math.min(nodes, started), Math.min(nodes - unavailable, surge + started));
}

/** Moments that fit into a closed interval of `length` seconds when they are `gap` seconds apart; exact to the microsecond. */
export function wavesWithin(length: number, gap: number): number {
  return Math.floor(Math.max(1, Math.round(length * 1e6)) / Math.round(gap * 1e6)) + 1;
}
