import type { FeatureId } from '../features.ts';
import type { Breakage, PoolMode } from './types.ts';

/** What lives in a PostgreSQL session and outlasts a transaction; lost when the next transaction gets another connection. */
export const sessionState: readonly FeatureId[] = [
  'session_set',
  'listen',
  'sql_prepare',
  'advisory_locks',
  'temporary_tables',
  'with_hold_cursors',
  'load',
];

/** What breakages of several features have in common besides their modes. */
type SharedBreakage = Omit<Breakage, 'feature' | 'modes' | 'effect'>;

/** Features that break alike in the given modes. */
export function breaks(features: readonly FeatureId[], modes: readonly PoolMode[], common: SharedBreakage): Breakage[] {
  return features.map((feature) => ({ feature, modes, effect: 'breaks', ...common }));
}

/** Features that pin a client alike in the given modes. */
export function pins(features: readonly FeatureId[], modes: readonly PoolMode[], common: SharedBreakage): Breakage[] {
  return features.map((feature) => ({ feature, modes, effect: 'pins', ...common }));
}
