/** A bar in three parts, so that each can have its own style. Together they are `width` columns. */
export interface Bar {
  /** Up to the limit: what is used. */
  readonly within: string;
  /** Up to the limit: what is free, and the mark of the limit where the bar goes on behind it. */
  readonly free: string;
  /** Beyond the limit; ends with `»` where it is longer than the bar. */
  readonly beyond: string;
}

/** The longest that a bar shows: twice the limit. */
const longest = 2;

/**
 * A share as a bar. `scale`, the share that the whole width stands for, is that of the longest bar beside it, see
 * `scaleOf`. Null: no bound.
 */
export function bar(share: number | null, scale: number, width: number): Bar {
  if (scale <= 1) {
    const used = cells(share ?? 1, width);
    return { within: '█'.repeat(used), free: '░'.repeat(width - used), beyond: '' };
  }
  const limit = Math.max(1, Math.min(width - 2, Math.round(width / scale)));
  const rest = width - limit - 1;
  if (share !== null && share <= 1) {
    const used = cells(share, limit);
    return { within: '█'.repeat(used), free: `${'░'.repeat(limit - used)}│${' '.repeat(rest)}`, beyond: '' };
  }
  const over = share === null || share > longest ? rest : Math.max(1, Math.round(((share - 1) / (scale - 1)) * rest));
  const tip = share === null || share > longest ? '»' : '█';
  return { within: '█'.repeat(limit), free: '│', beyond: `${'█'.repeat(over - 1)}${tip}${' '.repeat(rest - over)}` };
}

/** The share that the width of several bars stands for: that of the longest, 1 to 2. */
export function scaleOf(shares: readonly (number | null)[]): number {
  return shares.reduce<number>((most, share) => Math.max(most, Math.min(longest, share ?? longest)), 1);
}

/** Cells that are filled: none only for nothing at all, all only for everything. */
function cells(share: number, width: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return width;
  return Math.max(1, Math.min(width - 1, Math.round(share * width)));
}
