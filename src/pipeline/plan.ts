import { type Document, toDocument } from '../documents/plan/document.ts';
import { planOnly, toPlan } from '../plan/index.ts';
import type { Plan } from '../plan/types.ts';
import { examine, type Findings } from '../rules/index.ts';
import { parseTopology } from '../topology/index.ts';

/** Circumstances of a plan. */
export interface PlanOptions {
  /** The name of the file in messages and locations; `topology.yml` by default. */
  readonly path?: string;
  /** Values to plan with in place of the file's, as `path.to.key=value`; checked like the file. */
  readonly sets?: readonly string[];
  /** The day acceptances are judged against, `YYYY-MM-DD`; today in UTC by default. */
  readonly today?: string | undefined;
}

/** A plan, what the rules found in it, and both as the document that formats print. */
export interface PlanResult extends Findings {
  readonly plan: Plan;
  readonly document: Document;
}

/**
 * Plans the text of a topology file (YAML or JSON): the worst case of every database and pooler in every scenario.
 * Throws InputError with every mistake in the text when it is no topology.
 */
export function plan(text: string, options: PlanOptions = {}): PlanResult {
  const { path = 'topology.yml', sets = [], today = new Date().toISOString().slice(0, 10) } = options;
  return examined(toPlan(parseTopology(text, path, sets), today));
}

/**
 * The same plan judged by some of its scenarios alone: figures, findings and verdict are theirs. Recommended sizes stay those
 * that fit all.
 */
export function planOf({ plan }: PlanResult, scenarios: readonly string[]): PlanResult {
  const result = examined(planOnly(plan, scenarios));
  return { ...result, document: { ...result.document, only_scenarios: scenarios } };
}

function examined(plan: Plan): PlanResult {
  const found = examine(plan);
  return { plan, ...found, document: toDocument(plan, found.findings) };
}
