import type { Evidence } from '../evidence.ts';
import type { ProviderPlan } from './types.ts';

/** Plans from a table of `max_connections` by plan name, all with the same evidence, in the table's order. */
export const plansOf = (evidence: Evidence, limits: Readonly<Record<string, number>>): readonly ProviderPlan[] =>
  Object.entries(limits).map(([name, maxConnections]) => ({ ...evidence, name, maxConnections }));
