import { applyAcceptance } from '../findings/acceptance.ts';
import type { Compared } from '../findings/compare.ts';
import { orderFindings } from '../findings/order.ts';
import type { Finding } from '../findings/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Topology } from '../topology/types.ts';
import { acceptExpired } from './accept-expired.ts';
import { acceptUnused } from './accept-unused.ts';
import { view } from './common/view.ts';
import { databaseLowHeadroom } from './database-low-headroom.ts';
import { databaseOverBudget } from './database-over-budget.ts';
import { deployOverBudget } from './deploy-over-budget.ts';
import { drainingOverBudget } from './draining-over-budget.ts';
import { limitEstimated } from './limit-estimated.ts';
import { logicalDatabaseOverLimit } from './logical-database-over-limit.ts';
import { memoryOverBudget } from './memory-over-budget.ts';
import { noOperatorSlots } from './no-operator-slots.ts';
import { overcommitTooLikely } from './overcommit-too-likely.ts';
import { poolDeadlock } from './pool-deadlock.ts';
import { poolLargerThanThreads } from './pool-larger-than-threads.ts';
import { poolSmallerThanThreads } from './pool-smaller-than-threads.ts';
import { poolUnbounded } from './pool-unbounded.ts';
import { poolerBypassed } from './pooler-bypassed.ts';
import { poolerClientsOverLimit } from './pooler-clients-over-limit.ts';
import { poolerPairsMultiply } from './pooler-pairs-multiply.ts';
import { roleOverLimit } from './role-over-limit.ts';
import { rolloutDeadlock } from './rollout-deadlock.ts';
import { tooManyBackendsForCores } from './too-many-backends-for-cores.ts';
import { transactionHeldAcrossCalls } from './transaction-held-across-calls.ts';
import { transactionPoolingBreaks } from './transaction-pooling-breaks.ts';
import type { FoundBefore, Hit, Rule } from './types.ts';
import { valueAssumed } from './value-assumed.ts';

/** Every rule there is. The order matters where a rule looks at what those before it found: stale acceptances come last. */
export const rules: readonly Rule[] = [
  databaseOverBudget,
  deployOverBudget,
  drainingOverBudget,
  overcommitTooLikely,
  rolloutDeadlock,
  databaseLowHeadroom,
  noOperatorSlots,
  roleOverLimit,
  logicalDatabaseOverLimit,
  memoryOverBudget,
  tooManyBackendsForCores,
  poolUnbounded,
  poolSmallerThanThreads,
  poolLargerThanThreads,
  poolDeadlock,
  poolerClientsOverLimit,
  poolerPairsMultiply,
  poolerBypassed,
  transactionPoolingBreaks,
  transactionHeldAcrossCalls,
  limitEstimated,
  valueAssumed,
  acceptUnused,
  acceptExpired,
];

/** What the rules find in a plan. */
export interface Findings {
  /** The worst first, with those marked that `policy.accept` covers. */
  readonly findings: readonly Finding[];
  /** What heavier ones hide: no change that leaves one of these makes it new. */
  readonly hidden: readonly Compared[];
}

/** Holds a plan against rules, in this order. Pure. */
export function examine(plan: Plan, inOrder: readonly Rule[] = rules): Findings {
  const hits = hitsOf(plan, inOrder);
  const reported = hits.filter(([, { hidden = false }]) => !hidden);
  const findings = reported.map(([rule, hit]) => finding(plan.topology, rule, hit));
  const hidden = hits
    .filter(([, hit]) => hit.hidden)
    .map(([{ id, severity }, { on, excess = [], ...hit }]) => ({
      rule: id,
      on,
      severity: hit.severity ?? severity,
      excess,
      acceptedBy: null,
    }));
  return { findings: orderFindings(applyAcceptance(findings, plan.topology.policy.accept, plan.today)), hidden };
}

/** All findings about a plan, the worst first, with those marked that `policy.accept` covers. Pure. */
export const check = (plan: Plan): readonly Finding[] => examine(plan).findings;

function hitsOf(plan: Plan, inOrder: readonly Rule[]): (readonly [Rule, Hit])[] {
  const seen = view(plan, new Set(rules.map(({ id }) => id)));
  const hits: (readonly [Rule, Hit])[] = [];
  const found: FoundBefore[] = [];
  for (const rule of inOrder) {
    for (const hit of rule.check(seen, found)) {
      hits.push([rule, hit]);
      if (!hit.hidden) found.push({ rule: rule.id, on: hit.on });
    }
  }
  return hits;
}

const finding = (topology: Topology, rule: Rule, hit: Hit): Finding => ({
  rule: rule.id,
  severity: hit.severity ?? rule.severity,
  on: hit.on,
  scenario: hit.scenario ?? null,
  message: hit.message,
  why: rule.why,
  remedy: hit.remedy() ?? rule.remedy,
  excess: hit.excess ?? [],
  acceptedBy: null,
  acceptedFor: null,
  change: null,
  before: null,
  location: topology.origin(hit.at ?? hit.on).location,
});
