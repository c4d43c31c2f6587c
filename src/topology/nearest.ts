/** Longest name that is compared; a longer one is no slip of the pen. */
const maxLength = 64;

/**
 * The candidate that was probably meant by `name`: the fewest edits away (insert, delete, replace or swap neighbours,
 * case and `-` against `_` ignored), at most a third of its length; the first of equals. Null when none is that near.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  if (name.length > maxLength) return null;
  const wanted = normalize(name);
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const allowed = Math.min(bestDistance - 1, Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3)));
    if (candidate.length > maxLength || Math.abs(candidate.length - name.length) > allowed) continue;
    const distance = edits(wanted, normalize(candidate));
    if (distance > allowed) continue;
    best = candidate;
    bestDistance = distance;
    if (distance === 0) break;
  }
  return best;
}

function normalize(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

/** Optimal string alignment distance. */
function edits(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
