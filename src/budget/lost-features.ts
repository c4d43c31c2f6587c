import { defaultOf } from '../catalog/poolers/arithmetic.ts';
import { poolers } from '../catalog/poolers/index.ts';
import type { Breakage, EngineId } from '../catalog/types.ts';
import type { Pooler } from '../topology/types.ts';

/** What decides which features pass a pooler. */
type Passing = Pick<Pooler, 'kind' | 'mode' | 'preparedStatements' | 'breaks'>;

/** Of the features used, those that the pooler as it is set does not carry: broken, or bought by pinning the client. */
export function lostFeatures(pooler: Passing, engine: EngineId, uses: readonly string[]): Breakage[] {
  if (uses.length === 0) return [];
  return pooler.breaks.filter(
    ({ feature, modes, engines, survives }) =>
      uses.includes(feature) &&
      modes.includes(pooler.mode) &&
      (engines === undefined || engines.includes(engine)) &&
      !(survives !== undefined && pooler.preparedStatements > 0),
  );
}

/** The most used pooler that anybody can run in transaction mode in front of an engine, as it comes; null: none is known. */
export function transactionPooler(engine: EngineId): Passing | null {
  const kind = poolers.find(
    ({ engines, modes, hosted }) => !hosted && engines.includes(engine) && modes.includes('transaction'),
  );
  if (kind === undefined) return null;
  const prepared = kind.parameters.find(({ role }) => role === 'prepared_statements');
  const preparedStatements = prepared === undefined ? 0 : (defaultOf(prepared, engine) ?? 0);
  return { kind: kind.id, mode: 'transaction', preparedStatements, breaks: kind.breaks };
}
