import type { Finding, Location } from './types.ts';
import { weight } from './weight.ts';

type Placed = Pick<Finding, 'severity' | 'location'>;

/** Findings as a person should read them: errors first, then by place in the files, those without a place last; stable. */
export function orderFindings<F extends Placed>(findings: readonly F[]): F[] {
  return [...findings].sort((a, b) => weight[b.severity] - weight[a.severity] || comparePlaces(a.location, b.location));
}

function comparePlaces(a: Location | null, b: Location | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
