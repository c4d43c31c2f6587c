import type { Excess, Finding } from './types.ts';
import { weight } from './weight.ts';

/** What a finding is compared by. */
export type Compared = Pick<Finding, 'rule' | 'on' | 'severity' | 'excess' | 'acceptedBy'>;

/** What is the same for a finding before and after a change: its rule and what it is on. */
export const identity = ({ rule, on }: Pick<Finding, 'rule' | 'on'>): string => `${rule} ${on}`;

type Weighed = Pick<Finding, 'severity' | 'excess'>;

/**
 * True when a finding weighs more than it did, or reaches further in some scenario. A scenario that it was not about
 * before is held against the worst of those that it was about.
 */
export function isWorse(now: Weighed, before: Weighed): boolean {
  if (weight[now.severity] !== weight[before.severity]) return weight[now.severity] > weight[before.severity];
  const worst = before.excess.reduce((most, { amount }) => Math.max(most, amount), 0);
  const known = new Map(before.excess.map(({ scenario, amount }) => [scenario, amount]));
  return now.excess.some(({ scenario, amount }: Excess) => amount > (known.get(scenario) ?? worst));
}

/** The findings in their order, each with what became of it since the base. */
export function applyBase(findings: readonly Finding[], base: readonly Compared[]): Finding[] {
  const there = new Map(base.map((finding) => [identity(finding), finding]));
  return findings.map((finding): Finding => {
    const before = there.get(identity(finding));
    if (before === undefined) return { ...finding, change: 'new' };
    if (before.acceptedBy !== null && finding.acceptedBy === null) return { ...finding, change: 'new' };
    if (isWorse(finding, before)) return { ...finding, change: 'worse', before: before.excess };
    return { ...finding, change: 'unchanged', before: null };
  });
}
