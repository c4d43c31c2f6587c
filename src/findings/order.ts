import type { Finding, Location, Severity } from './types.ts';

type Placed = Pick<Finding, 'severity' | 'location'>;

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Findings as a person should read them: errors first, then by place in the files, those without a place last; stable. */
export function orderFindings<F extends Placed>(findings: readonly F[]): F[] {
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity] || comparePlaces(a.location, b.location));
}

function comparePlaces(a: Location | null, b: Location | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
