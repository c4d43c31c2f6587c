/** The largest of the whole numbers `low` to `high` that works, or null when not even `low` does. What works must also work when less. */
export function largest(low: number, high: number, works: (value: number) => boolean): number | null {
  if (low > high || !works(low)) return null;
  if (works(high)) return high;
  let [good, bad] = [low, high];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (works(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
