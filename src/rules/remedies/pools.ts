import type { Pool, Service } from '../../topology/types.ts';

/** Most connections that one process opens with a pool. */
export const poolTotal = ({ size, overflow }: Pick<Pool, 'size' | 'overflow'>): number => size + overflow;

/** How messages call a pool: `web` for the only pool of a service, else `web.pools.ci`. */
export const poolName = ({ name, pools }: Service, pool: string): string =>
  pools.length === 1 ? name : `${name}.pools.${pool}`;

/** A pool size as one would write it: `pool 14`, `pool 5 + overflow 3`. */
export const poolSetting = ({ size, overflow }: Pick<Pool, 'size' | 'overflow'>): string =>
  overflow > 0 ? `pool ${size} + overflow ${overflow}` : `pool ${size}`;
