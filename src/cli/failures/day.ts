import { UsageError } from './usage-error.ts';

/** Throws UsageError for anything but a day that exists, as YYYY-MM-DD. */
export function verifyDay(flag: string, day: string): void {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  if (!exists) throw new UsageError(`${flag} ${day} is no day that exists; write YYYY-MM-DD`);
}
