import { isChanged, likely } from '../../documents/diff/changed.ts';
import type { DocumentPlaceChange, DocumentScenarioChange } from '../../documents/diff/types.ts';
import { short } from '../../words/figures.ts';
import { probability } from '../../words/probability.ts';
import type { Fit } from './answers.ts';

type Status = DocumentPlaceChange['status'];

/** Scenarios that changed, in their order. */
export const changedScenarios = ({ scenarios }: DocumentPlaceChange): DocumentScenarioChange[] =>
  scenarios.filter(isChanged);

/** Whether a scenario fits after the change; one that only slow draining makes too large may still do. */
export const fitAfter = ({ kind, head_fits }: DocumentScenarioChange): Fit =>
  head_fits ? 'fits' : kind === 'draining' ? 'slow' : 'over';

/** How much a scenario matters to a reader, the least first: one that turns, one that does not fit, any other. */
export function scenarioRank({ base_fits, head_fits }: DocumentScenarioChange): number {
  if (base_fits !== head_fits) return 0;
  return head_fits ? 2 : 1;
}

/** What a scenario is held against: `95 -> 120`, or one number where both are the same; the probability where that judges. */
export function limitChange({ base_limit, head_limit, overcommit }: DocumentScenarioChange, status: Status): string {
  const limit = (value: number | null, allowed: number | null | undefined) =>
    value === null && allowed != null ? probability(allowed) : short(value);
  return change(status, limit(base_limit, overcommit?.base_allowed), limit(head_limit, overcommit?.head_allowed));
}

/** How probable overcommit was and is: `4.9e-7 -> 0.035`; empty for what has no probability. */
export const probabilityChange = ({ overcommit }: DocumentScenarioChange, status: Status): string =>
  overcommit === null ? '' : change(status, likely(overcommit.base), likely(overcommit.head));

/** What `probabilityChange` is about. */
export const probabilityNote = 'probability: that more is in use at once than usable, at the given traffic';

/** Whether there is a probability in any of these scenarios. */
export const anyProbable = (scenarios: readonly DocumentScenarioChange[]): boolean =>
  scenarios.some(({ overcommit }) => (overcommit?.base ?? overcommit?.head ?? null) !== null);

/** What was and what is, once where it is the same; of what is new or gone there is only one. */
function change(status: Status, before: string, after: string): string {
  if (status === 'removed') return before;
  return status === 'added' || before === after ? after : `${before} -> ${after}`;
}

/** How it is afterwards: `23 over`, `17 free`; says so where it fitted before and does no longer, or the other way. */
export function outcome(scenario: DocumentScenarioChange, status: Status): string {
  const { base_fits, head_fits } = scenario;
  const turned = status === 'changed' && base_fits !== head_fits;
  return `${room(scenario)}${turned ? (head_fits ? ', fits now' : ', fitted before') : ''}`;
}

/** The same without what it was. */
export function room({ head, head_limit: limit, overcommit }: DocumentScenarioChange): string {
  const allowed = overcommit?.head_allowed ?? null;
  if (limit === null && allowed === null) return 'no limit';
  if (head === null) return 'no bound';
  if (limit !== null && head > limit) return `${short(head - limit)} over`;
  if (allowed !== null && (overcommit?.head ?? 0) > allowed) return 'too likely';
  if (limit !== null) return `${short(limit - head)} free`;
  return overcommit?.head === null ? 'within usable' : 'unlikely enough';
}
