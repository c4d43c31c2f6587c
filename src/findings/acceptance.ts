import { identity } from './compare.ts';
import type { Finding } from './types.ts';

/** A finding that the team knows and lives with. `until` is a day, `YYYY-MM-DD`: the last on which it holds; null: for good. */
export interface Known {
  readonly rule: string;
  readonly on: string;
  readonly reason: string;
  readonly until: string | null;
}

/** True when the entry is about this finding, whether or not its time is over. */
export const concerns = (known: Pick<Known, 'rule' | 'on'>, finding: Pick<Finding, 'rule' | 'on'>): boolean =>
  known.rule === finding.rule && known.on === finding.on;

/** True from the day after `until`. Both days `YYYY-MM-DD`. */
export const expired = (known: Pick<Known, 'until'>, today: string): boolean =>
  known.until !== null && known.until < today;

/** The findings in their order, accepted where an entry that has not expired concerns them. */
export function applyAcceptance(findings: readonly Finding[], list: readonly Known[], today: string): Finding[] {
  const held = list.filter((known) => !expired(known, today));
  const reasons = new Map(held.map((known) => [identity(known), known.reason]));
  return findings.map((finding) => {
    const reason = reasons.get(identity(finding));
    return reason === undefined ? finding : { ...finding, acceptedBy: 'policy', acceptedFor: reason };
  });
}
