import type { Location } from '../findings/types.ts';

/** `1 database`, `3 databases`. */
export function plural(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** A number of the document, `unlimited` where it has no bound. */
export const amount = (value: number | null): string => (value === null ? 'unlimited' : String(value));

/** The same in at most nine columns: from ten millions on, two digits and their power of ten. */
export function short(value: number | null): string {
  return value === null || Math.abs(value) < 1e7 ? amount(value) : value.toExponential(1).replace('+', '');
}

/** A share in whole percent, `>9999%` at most, rounded so that neither more than all nor less ever reads `100%`. */
export function percent(share: number): string {
  if (share > 99.99) return '>9999%';
  const hundredths = share * 100;
  return `${share > 1 ? Math.ceil(hundredths - 1e-9) : Math.floor(hundredths + 1e-9)}%`;
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Bytes in the largest binary unit that they reach, to one decimal: `2.5 GiB`. */
export function bytes(value: number): string {
  const power = Math.min(units.length - 1, value < 1 ? 0 : Math.floor(Math.log2(value) / 10));
  return `${Number((value / 1024 ** power).toFixed(1))} ${units[power]}`;
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
