import type { Document, DocumentCounts, DocumentFinding } from './types.ts';

/** What the parts of a document add up to. */
export function counts(document: Pick<Document, 'databases' | 'poolers' | 'services' | 'findings'>): DocumentCounts {
  const { databases, poolers, services, findings } = document;
  const open = (severity: DocumentFinding['severity']) =>
    findings.filter((finding) => !finding.accepted && finding.severity === severity).length;
  return {
    databases: databases.length,
    poolers: poolers.length,
    services: services.length,
    errors: open('error'),
    warnings: open('warning'),
    infos: open('info'),
    accepted: findings.filter(({ accepted }) => accepted).length,
    unchanged: findings.filter(({ accepted, change }) => !accepted && change === 'unchanged').length,
  };
}
