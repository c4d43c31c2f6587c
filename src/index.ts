import { computeBudget } from './budget/index.ts';
import { onlyScenarios } from './budget/select-scenarios.ts';
import { changesBetween } from './changes/index.ts';
import { type DiffDocument, toDiffDocument } from './documents/diff/document.ts';
import { type Document, toDocument } from './documents/plan/document.ts';
import { type RecommendDocument, toRecommendDocument } from './documents/recommend/document.ts';
import { applyBase } from './findings/compare.ts';
import { examine, type Findings } from './rules/index.ts';
import type { Plan } from './rules/types.ts';
import { overcommitOf } from './sizing/in-use/overcommit.ts';
import { adviseSizes, recommendSizes } from './sizing/index.ts';
import type { Advice } from './sizing/types.ts';
import { parseTopology } from './topology/index.ts';
import type { Topology } from './topology/types.ts';

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
  const topology = parseTopology(text, path, sets);
  const budget = computeBudget(topology);
  const overcommit = overcommitOf(topology, budget);
  const sizing = recommendSizes(topology, budget, overcommit);
  const result: Plan = { topology, budget, sizing, overcommit, today };
  return examined(result);
}

/**
 * The same plan judged by some of its scenarios alone: figures, findings and verdict are theirs. Recommended sizes stay those
 * that fit all.
 */
export function planOf({ plan }: PlanResult, scenarios: readonly string[]): PlanResult {
  const only: Plan = { ...plan, budget: onlyScenarios(plan.budget, scenarios) };
  const result = examined(only);
  return { ...result, document: { ...result.document, only_scenarios: scenarios } };
}

function examined(plan: Plan): PlanResult {
  const found = examine(plan);
  return { plan, ...found, document: toDocument(plan, found.findings) };
}

/** What a change does, and the plan after it with its findings marked new, worse or unchanged. */
export interface DiffResult {
  readonly head: PlanResult;
  readonly document: DiffDocument;
}

/**
 * Compares two plans: what becomes of every database, pooler and finding, and which edit does it. `base` null: there was
 * no file before. A finding that the change leaves as it was never fails the verdict of `head`.
 */
export function diff(base: PlanResult | null, head: PlanResult): DiffResult {
  const findings = applyBase(head.findings, base === null ? [] : [...base.findings, ...base.hidden]);
  const document = toDocument(head.plan, findings);
  const changes = changesBetween(base?.plan ?? null, head.plan);
  return { head: { ...head, findings, document }, document: toDiffDocument(base?.document ?? null, document, changes) };
}

/** Recommended sizes, and the document that formats print. */
export interface RecommendResult {
  readonly topology: Topology;
  readonly advice: Advice;
  readonly document: RecommendDocument;
}

/**
 * Recommends a size for everything in the text of a topology file (YAML or JSON). Throws InputError with every mistake in
 * the text when it is no topology.
 */
export function recommend(text: string, options: Pick<PlanOptions, 'path' | 'sets'> = {}): RecommendResult {
  const { path = 'topology.yml', sets = [] } = options;
  const topology = parseTopology(text, path, sets);
  const advice = adviseSizes(topology);
  return { topology, advice, document: toRecommendDocument(path, advice) };
}

export { computeBudget } from './budget/index.ts';
export type * from './budget/types.ts';
export { toDocument } from './documents/plan/document.ts';
export type * from './documents/plan/types.ts';
export type * from './documents/recommend/types.ts';
export * from './findings/types.ts';
export { type Verdict, verdict } from './findings/verdict.ts';
export { type Format, type FormatOptions, type Formatter, formats } from './report/index.ts';
export { check, rules } from './rules/index.ts';
export type { Hit, Plan, Rule } from './rules/types.ts';
export { adviseSizes, recommendSizes } from './sizing/index.ts';
export type * from './sizing/types.ts';
export { parseTopology } from './topology/index.ts';
export type * from './topology/types.ts';
