/** A measured share in whole percent, `>9999%` at most, rounded so that neither more than all nor less ever reads `100%`. */
export function percent(share: number): string {
  if (share > 99.99) return '>9999%';
  const hundredths = share * 100;
  return `${share > 1 ? Math.ceil(hundredths - 1e-9) : Math.floor(hundredths + 1e-9)}%`;
}

/** A share that somebody set, in percent, exact to the millionth: 12.5. */
export const inPercent = (share: number): number => Math.round(share * 1e8) / 1e6;

/** The same with its sign: `10%`, `12.5%`. */
export const exactPercent = (share: number): string => `${inPercent(share)}%`;

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

const powerOf = (bytes: number): number =>
  Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));

/** Bytes in the largest binary unit that they reach, to one decimal: `2.5 GiB`. */
export function bytes(value: number): string {
  const power = powerOf(value);
  return `${Number((value / 1024 ** power).toFixed(1))} ${units[power]}`;
}

/** Bytes as one writes them in a file: whole decimal megabytes as such, `5MB`, else to one decimal, `2.5GiB`. */
export function size(value: number, round: 'nearest' | 'up' = 'nearest'): string {
  if (value > 0 && value % 1e6 === 0) return value % 1e9 === 0 ? `${value / 1e9}GB` : `${value / 1e6}MB`;
  const power = powerOf(value);
  const tenths = (value / 1024 ** power) * 10;
  return `${(round === 'up' ? Math.ceil(tenths) : Math.round(tenths)) / 10}${units[power]}`;
}

/** Seconds in a unit that keeps them readable, to three digits: `3.1ms`, `2s`. */
export function duration(seconds: number): string {
  return seconds < 1 ? `${Number((seconds * 1000).toPrecision(3))}ms` : `${Number(seconds.toPrecision(3))}s`;
}

/** A rate or a load, to two digits, to three from 100 on: `4.8`, `312`. */
export const decimal = (value: number): string => String(Number(value.toPrecision(value < 100 ? 2 : 3)));
