import type { FindingChange, Severity } from './types.ts';
import { weight } from './weight.ts';

/** What a gate makes of a plan. */
export type Verdict = 'pass' | 'fail';

/** What a verdict looks at; a document says the same of a finding. */
type JudgedBy = { readonly severity: Severity; readonly accepted: boolean; readonly change: FindingChange | null };

/**
 * True when a finding fails a gate: nobody accepted it, a change that there is made it new or worse, and it weighs
 * `failOn` or more.
 */
export function fails({ severity, accepted, change }: JudgedBy, failOn: Severity): boolean {
  return !accepted && change !== 'unchanged' && weight[severity] >= weight[failOn];
}

/** `fail` when a finding fails; `pass` otherwise, also without any finding. */
export function verdict(findings: readonly JudgedBy[], failOn: Severity): Verdict {
  return findings.some((finding) => fails(finding, failOn)) ? 'fail' : 'pass';
}
