import type { Finding, Severity } from './types.ts';

/** What a gate makes of a plan. */
export type Verdict = 'pass' | 'fail';

const weight: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

/** `fail` when a finding that nobody accepted weighs `failOn` or more; `pass` otherwise, also without any finding. */
export function verdict(findings: readonly Pick<Finding, 'severity' | 'accepted'>[], failOn: Severity): Verdict {
  const fails = findings.some(({ severity, accepted }) => !accepted && weight[severity] >= weight[failOn]);
  return fails ? 'fail' : 'pass';
}
