/** The number, or null for one that JSON has no word for: unbounded (Infinity) or undefined (0 / 0); and never -0. */
export const bounded = (value: number): number | null => (Number.isFinite(value) ? value + 0 : null);
