import { fails, type Verdict, verdict } from '../../findings/verdict.ts';
import type { Document, DocumentCounts } from '../plan/types.ts';
import type { CheckDocument, CheckTotals } from './types.ts';

/** What a gate was told beside the plans of its files. */
export type CheckTerms = Pick<CheckDocument, 'unjudged' | 'fail_on' | 'base' | 'changes' | 'baseline'>;

/** The plans of a gate's files, each judged by `fail_on` where it is given and by the file's own policy where not, and what they add up to. */
export function checkDocument(plans: readonly Document[], terms: CheckTerms): CheckDocument {
  const files = plans.map((document) => judged(document, terms.fail_on ?? document.policy.fail_on));
  return {
    schema_version: 1,
    verdict: terms.unjudged.length > 0 ? null : verdictOf(files),
    fail_on: terms.fail_on,
    totals: totals(files),
    files,
    unjudged: terms.unjudged,
    base: terms.base,
    changes: terms.changes,
    baseline: terms.baseline,
  };
}

const verdictOf = (files: readonly Document[]): Verdict =>
  files.some((file) => file.verdict === 'fail') ? 'fail' : 'pass';

function judged(document: Document, failOn: 'error' | 'warning'): Document {
  const policy = { ...document.policy, fail_on: failOn };
  return { ...document, verdict: verdict(document.findings, failOn), policy };
}

function totals(files: readonly Document[]): CheckTotals {
  const sum = (count: (file: Document) => number) => files.reduce((total, file) => total + count(file), 0);
  const counted = (key: keyof DocumentCounts) => sum(({ counts }) => counts[key]);
  return {
    files: files.length,
    databases: counted('databases'),
    poolers: counted('poolers'),
    services: counted('services'),
    errors: counted('errors'),
    warnings: counted('warnings'),
    infos: counted('infos'),
    accepted: counted('accepted'),
    unchanged: counted('unchanged'),
    failing: sum(({ findings, policy }) => findings.filter((finding) => fails(finding, policy.fail_on)).length),
  };
}
