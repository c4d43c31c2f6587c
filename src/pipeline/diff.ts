import { changesBetween } from '../changes/index.ts';
import { type DiffDocument, toDiffDocument } from '../documents/diff/document.ts';
import { toDocument } from '../documents/plan/document.ts';
import { applyBase } from '../findings/compare.ts';
import type { PlanResult } from './plan.ts';

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
