import type { DocumentFinding } from '../document-types.ts';

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
