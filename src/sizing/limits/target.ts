import { allowedOf, usableOf } from '../../budget/database.ts';
import { floorOf } from '../../budget/ratio.ts';
import type { Database, Policy } from '../../topology/types.ts';
import type { Needed } from '../types.ts';

/** The most connections that leave the policy's headroom free: floor(allowed x (1 - headroom)). */
export function targetOf(database: Database, policy: Policy): number {
  const allowed = allowedOf(database, policy);
  if (allowed === Infinity) return allowed;
  const { numerator, denominator } = policy.headroom;
  return floorOf(allowed, { numerator: denominator - numerator, denominator });
}

/** How probable it may be that more than usable are in use; null for a database that is judged by its worst case alone. */
export const acceptedProbability = ({ judgedBy }: Database, { overcommitProbability }: Policy): number | null =>
  judgedBy === 'worst_case' ? null : overcommitProbability;

/** Whether a database can give what it has to. */
export const gives = (database: Database, policy: Policy, { connections, probability }: Needed): boolean =>
  connections <= (probability === null ? targetOf(database, policy) : usableOf(database));
