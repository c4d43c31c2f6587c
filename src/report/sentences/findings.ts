import type { DocumentFinding } from '../../documents/plan/types.ts';
import { short } from '../../words/figures.ts';
import { probability } from '../../words/probability.ts';
import { bytes } from '../../words/units.ts';

/** Findings of one rule and severity. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: DocumentFinding['severity'];
  readonly findings: readonly DocumentFinding[];
}

/** Open findings by rule and severity, in the order of each group's first; accepted ones are left out. */
export function findingGroups(findings: readonly DocumentFinding[]): FindingGroup[] {
  const groups = new Map<string, DocumentFinding[]>();
  for (const finding of findings) {
    if (finding.accepted) continue;
    const key = `${finding.severity} ${finding.rule}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((findings) => {
    const first = findings[0];
    return first === undefined ? [] : [{ rule: first.rule, severity: first.severity, findings }];
  });
}

const scenariosShown = 4;

/** How the excess of a rule is written, where it is no plain number. */
const units: Readonly<Record<string, (amount: number) => string>> = {
  'memory-over-budget': bytes,
  'overcommit-too-likely': probability,
};

/** What a finding that became worse was before: `deploy 12 -> 67`; empty for one that did not. */
export function worsening({ rule, excess, before }: DocumentFinding): string {
  if (before === null) return '';
  const was = new Map(before.map(({ scenario, amount }) => [scenario, amount]));
  const grown = excess.flatMap(({ scenario, amount }) => {
    const then = was.has(scenario) ? (was.get(scenario) ?? null) : 0;
    const more = then !== null && (amount === null || amount > then);
    const shown = (value: number | null) => (value === null ? short(value) : (units[rule] ?? tenth)(value));
    return more ? [`${scenario === null ? '' : `${scenario} `}${shown(then)} -> ${shown(amount)}`] : [];
  });
  if (grown.length === 0) return 'it weighs more than before';
  const rest = grown.length - scenariosShown;
  return `${grown.slice(0, scenariosShown).join(', ')}${rest > 0 ? `, and more in ${rest} other scenarios` : ''}`;
}

const tenth = (amount: number) => short(Math.round(amount * 10) / 10);
