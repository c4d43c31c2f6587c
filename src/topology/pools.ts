import type { Topology } from './types.ts';

/** Where a pool stands in the file. */
export const poolPath = (service: string, pool: string): string => `services.${service}.pools.${pool}`;

/** Which database connections to a target end on: itself, or the one behind a pooler. */
export function databasesBehind({ poolers }: Topology): (target: { readonly to: string }) => string {
  const behind = new Map(poolers.map(({ name, to }) => [name, to]));
  return ({ to }) => behind.get(to) ?? to;
}
