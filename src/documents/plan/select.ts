import { verdict } from '../../findings/verdict.ts';
import { counts } from './counts.ts';
import { subject } from './subject.ts';
import type { Document, DocumentDatabase, DocumentPooler } from './types.ts';

/** Names that `--scenario` and `--database` can take in this document, in the document's order. */
export function selectable(document: Document): { readonly scenarios: string[]; readonly databases: string[] } {
  const places: readonly (DocumentDatabase | DocumentPooler)[] = [...document.databases, ...document.poolers];
  const scenarios = new Set<string>();
  for (const place of places) for (const { name } of place.scenarios) scenarios.add(name);
  return {
    scenarios: [...scenarios],
    databases: document.databases.map(({ name }) => name),
  };
}

/**
 * The document with these databases only, and the poolers and services that reach them. What is about neither a
 * database, a pooler nor a service (the policy) stays. Verdict and counts are those of what is left.
 */
export function selectDatabases(document: Document, names: readonly string[]): Document {
  const wanted = new Set(names);
  const poolers = document.poolers.filter(({ to }) => wanted.has(to));
  const reached = new Set([...wanted, ...poolers.map(({ name }) => name)]);
  const services = document.services.filter(({ targets }) => targets.some((target) => reached.has(target)));
  const kept = { databases: wanted, poolers: namesOf(poolers), services: namesOf(services) };
  const all = {
    databases: namesOf(document.databases),
    poolers: namesOf(document.poolers),
    services: namesOf(document.services),
  };
  const concerned = ({ on }: { readonly on: string }) => {
    const about = subject(on, all);
    return about === null || kept[about.room].has(about.name);
  };
  const onDatabase = ({ database }: { readonly database: string }) => wanted.has(database);
  return judged({
    ...document,
    databases: document.databases.filter(({ name }) => wanted.has(name)),
    poolers,
    services,
    findings: document.findings.filter(concerned),
    assumptions: document.assumptions.filter(concerned),
    recommendations: document.recommendations.filter(concerned),
    ways_out: document.ways_out.filter(onDatabase),
    spare: document.spare.filter(onDatabase),
  });
}

function judged(document: Document): Document {
  return { ...document, verdict: verdict(document.findings, document.policy.fail_on), counts: counts(document) };
}

const namesOf = (items: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(items.map(({ name }) => name));
