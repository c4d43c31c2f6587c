import { type RecommendDocument, toRecommendDocument } from '../documents/recommend/document.ts';
import { adviseSizes } from '../sizing/index.ts';
import type { Advice } from '../sizing/types.ts';
import { parseTopology } from '../topology/index.ts';
import type { Topology } from '../topology/types.ts';
import type { PlanOptions } from './plan.ts';

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
