/** Bytes of a size in decimal units, as in `4 GB`. */
export const mb = (count: number): number => Math.round(count * 1e6);
export const gb = (count: number): number => Math.round(count * 1e9);

/** Bytes of a size in binary units, as in `4 GiB`. */
export const mib = (count: number): number => Math.round(count * 2 ** 20);
export const gib = (count: number): number => Math.round(count * 2 ** 30);
