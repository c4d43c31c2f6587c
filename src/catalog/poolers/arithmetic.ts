import type { EngineId } from '../engines/types.ts';
import type { PoolerCounting, PoolerParameter, PoolerRole } from './types.ts';

/** The roles without which a counting rule gives no number; a kind that counts so has a parameter for each. */
export const neededRoles: Readonly<Record<PoolerCounting, readonly PoolerRole[]>> = {
  pairs: ['pool_size'],
  children: ['children', 'pools_per_child'],
  per_client: [],
  server_limit: ['server_limit'],
  percent_of_database: ['percent_of_database'],
};

/** What a parameter is when nobody sets it: Infinity for no bound, null for unknown. */
export function defaultOf(parameter: PoolerParameter, engine: EngineId): number | null {
  const value = parameter.engineDefaults?.[engine] ?? parameter.default;
  return value === 'unlimited' ? Number.POSITIVE_INFINITY : value;
}
