import type { Database, Policy, Pooler, Service } from '../types.ts';

/** Of more connections the probability is not worked out: see `overcommitOf`. */
const mostConnections = 100_000;

/** The databases, those marked that the policy judges by probability: it says which, and traffic leads there. */
export function judged(
  databases: readonly Database[],
  poolers: ReadonlyMap<string, Pooler>,
  services: readonly Service[],
  { overcommit, overcommitProbability }: Policy,
): Database[] {
  if (overcommitProbability === null) return [...databases];
  const judgedBy = overcommit.numerator > overcommit.denominator ? 'both' : 'probability';
  const loaded = services.filter(({ traffic }) => traffic !== null).flatMap(({ pools }) => pools);
  const reached = new Set(loaded.map(({ to }) => poolers.get(to)?.to ?? to));
  return databases.map((each) =>
    reached.has(each.name) && each.maxConnections <= mostConnections ? { ...each, judgedBy } : each,
  );
}
