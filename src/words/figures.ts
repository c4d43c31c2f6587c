import type { Location } from '../findings/types.ts';

/** A number, `unlimited` where it has no bound: Infinity, or null in a document. */
export const amount = (value: number | null): string =>
  value === null || value === Infinity ? 'unlimited' : String(value);

/** `node` for 1, else `nodes`. */
export const noun = (count: number | null, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** `1 node`, `3 nodes`, `unlimited nodes`. */
export const plural = (count: number | null, one: string, many?: string): string =>
  `${amount(count)} ${noun(count, one, many)}`;

/** The same in at most nine columns: from ten millions on, two digits and their power of ten. */
export function short(value: number | null): string {
  return value === null || Math.abs(value) < 1e7 ? amount(value) : value.toExponential(1).replace('+', '');
}

/** `path:line:column`. */
export const place = ({ path, line, column }: Location): string => `${path}:${line}:${column}`;

/** `1 error, 2 warnings`, leaving out what there is none of; accepted ones are counted apart. */
export function tally(counts: {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly accepted: number;
}): string {
  const { errors, warnings, infos, accepted } = counts;
  const parts = [
    errors > 0 && plural(errors, 'error'),
    warnings > 0 && plural(warnings, 'warning'),
    infos > 0 && plural(infos, 'info'),
    accepted > 0 && `${accepted} accepted`,
  ];
  return parts.filter(Boolean).join(', ') || 'no findings';
}
