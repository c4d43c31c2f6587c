import type { Breakage, EngineId } from '../../catalog/types.ts';
import type { Pooler } from '../../topology/types.ts';

/** Of the features used, those that the pooler as it is set does not carry: broken, or bought by pinning the client. */
export function lostFeatures(pooler: Pooler, engine: EngineId, uses: readonly string[]): Breakage[] {
  if (uses.length === 0) return [];
  return pooler.breaks.filter(
    ({ feature, modes, engines, survives }) =>
      uses.includes(feature) &&
      modes.includes(pooler.mode) &&
      (engines === undefined || engines.includes(engine)) &&
      !(survives !== undefined && pooler.preparedStatements > 0),
  );
}
