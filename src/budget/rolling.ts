import type { Amount, Rolling } from '../topology/types.ts';
import { ceilOf, floorOf } from './ratio.ts';

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
 * Surge and unavailable nodes after rounding, neither above `nodes`; when both come to zero, one node may be
 * unavailable, unless the platform has no overlap then. Source: ResolveFenceposts and MaxUnavailable of Kubernetes'
 * pkg/controller/deployment/util/deployment_util.go.
 */
export function slackOf(rolling: Rolling, nodes: number): Slack {
  const surge = Math.min(amountOf(rolling.surge, nodes), nodes);
  const unavailable = Math.min(amountOf(rolling.unavailable, nodes), nodes);
  const moves = surge > 0 || unavailable > 0 || rolling.bothZero === 'no_overlap';
  return { surge, unavailable: moves ? unavailable : Math.min(1, nodes) };
}

/** The most nodes that the platform counts: nodes + surge. */
export function countedNodes(rolling: Rolling, nodes: number): number {
  return nodes + slackOf(rolling, nodes).surge;
}

/**
 * The most nodes alive, draining ones included, when a new node becomes available `readyAfter` seconds after its
 * start or later, and an old one exits `drain` seconds (Infinity: any time) after it was told to stop or sooner.
 *
 * With R nodes, surge S, unavailable U and batches of B = S + U: at most `waves` = floor(drain / readyAfter) + 1
 * batches are told to stop within one drain time, because each waits for the one before to become available. Let
 * `drain` end at the moment t. Either the rollout began within it: no old node is gone yet, and at most waves x B new
 * ones exist. Or it began before: U old ones were gone at least, and S + U + waves x B new ones exist at most. No more
 * than R new ones exist in either case, so R + max(min(R, waves x B), min(R - U, S + waves x B)) nodes are alive. Both
 * are reached when every node becomes available at exactly `readyAfter` and drains for exactly `drain`.
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
function wavesWithin(length: number, gap: number): number {
  return Math.floor(Math.max(1, Math.round(length * 1e6)) / Math.round(gap * 1e6)) + 1;
}
