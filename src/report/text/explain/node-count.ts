import type { RolloutAmount } from '../../../budget/derivation/types.ts';
import type { Topology } from '../../../topology/types.ts';
import { keyed, percentOf, ruled } from './given.ts';
import { placeOf } from './place.ts';
import { because, type Piece, type StatedNumber, type Statement, say, sumOf } from './statement.ts';

/** A number of nodes in an equation, and the statements that it needs beside it. */
export interface NodeTerm {
  readonly term: readonly Piece[];
  readonly because: readonly Statement[];
}

/** Where a rollout's settings stand, and on what. */
export interface RolloutContext {
  readonly topology: Topology;
  /** Path of the service or pooler, and of its `deploy`. */
  readonly path: string;
  readonly at: string;
  readonly platform: string;
  /** Nodes that are replaced. */
  readonly nodes: number;
}

/** Terms with a sign between them, without those that are 0 by a platform's rule. */
export const plus = (...terms: readonly (readonly Piece[])[]): Piece[] =>
  sumOf(terms.filter(([first]) => !(isFigure(first) && first.value === 0 && first.from?.kind === 'rule')));

const isFigure = (piece: Piece | undefined): piece is StatedNumber => typeof piece === 'object' && 'value' in piece;

/** What a setting adds to the nodes: the setting itself where it is a number, else a number that a statement derives. */
export function termOf(context: RolloutContext, count: RolloutAmount, effective: number, name: string): NodeTerm {
  const term = expressionOf(context, count);
  const clipped = effective < count.nodes ? say`min(${context.nodes}, ${term})` : term;
  if (clipped.length === 1) return { term: clipped, because: [] };
  return { term: say`${effective} ${name}`, because: [because(say`${effective} ${name} = ${clipped}`)] };
}

function expressionOf(
  { topology, at, platform, nodes }: RolloutContext,
  { amount, key, means }: RolloutAmount,
): readonly Piece[] {
  const { share, atLeast, round } = amount;
  if (means === 'neither') return [ruled(1, `rule of ${platform} where surge and unavailable come to 0`)];
  if (key === null) return share.numerator === 0 ? [ruled(atLeast, `rule of ${platform}`)] : say`all ${nodes}`;
  const path = `${at}.${key}`;
  if (means === 'switch') return [ruled(atLeast, `for ${key}, ${placeOf(topology.origin(path))}`)];
  if (means === 'or_more') {
    if (atLeast > 0) return say`max(${nodes}, ${keyed(topology, path, key, atLeast)})`;
    if (share.numerator === share.denominator) return say`${nodes} of a full second set`;
  }
  if (means === 'all') return [ruled(nodes, `all of them: ${key} 0, ${placeOf(topology.origin(path))}`)];
  if (share.numerator === 0) return [keyed(topology, path, key, atLeast)];
  const whole = { numerator: share.denominator, denominator: share.denominator };
  const percent = (ratio: typeof share) => keyed(topology, path, key, percentOf(ratio), '%');
  const sum = { ...whole, numerator: share.numerator + share.denominator };
  const rest = { ...whole, numerator: share.denominator - share.numerator };
  const part =
    means === 'above'
      ? say`(${percent(sum)} - 100%)`
      : means === 'below'
        ? say`(100% - ${percent(rest)})`
        : [percent(share)];
  const rounded = say`${round === 'up' ? 'ceil' : 'floor'}(${nodes} x ${part})`;
  return atLeast === 0 ? rounded : say`max(${ruled(atLeast, `the least of ${platform}`)}, ${rounded})`;
}
