import { probability } from '../../words/probability.ts';
import type { DocumentScenarioChange } from './types.ts';

/** Whether the numbers, limit, probability or fit of a scenario differ. */
export const isChanged = (scenario: DocumentScenarioChange): boolean =>
  scenario.base !== scenario.head ||
  scenario.base_limit !== scenario.head_limit ||
  scenario.base_fits !== scenario.head_fits ||
  probabilityMoves(scenario);

/** Whether a probability is another, or another is allowed, as far as its two digits show. */
export function probabilityMoves({ overcommit }: DocumentScenarioChange): boolean {
  if (overcommit === null) return false;
  const { base, head, base_allowed, head_allowed } = overcommit;
  return likely(base) !== likely(head) || likely(base_allowed) !== likely(head_allowed);
}

/** A probability of a scenario as far as it is shown, `none` where there is none. */
export const likely = (value: number | null): string => (value === null ? 'none' : probability(value));
