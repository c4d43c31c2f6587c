import type { PolicyInput } from '../schema/policy.ts';
import type { Policy } from '../types.ts';

/** Completes the policy. */
export function resolvePolicy(input: PolicyInput): Policy {
  const concurrent = input.concurrent_deploys ?? 'all';
  return {
    headroom: input.headroom ?? { numerator: 1, denominator: 10 },
    concurrentDeploys: concurrent === 'all' ? Number.POSITIVE_INFINITY : concurrent,
    overcommit: input.overcommit ?? { numerator: 1, denominator: 1 },
    overcommitProbability: input.overcommit_probability ?? null,
    failOn: input.fail_on ?? 'error',
    accept: (input.accept ?? []).map((entry) => ({ ...entry, until: entry.until ?? null })),
  };
}
