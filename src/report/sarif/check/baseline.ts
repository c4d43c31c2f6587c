import { plainPath } from '../../../documents/check/place.ts';
import type { CheckBaseline } from '../../../documents/check/types.ts';
import { sarifText, visible } from '../../sanitize.ts';
import { staleId, staleLines } from '../../sentences/gate.ts';
import { physicalLocation } from './location.ts';

/** What these notifications are about. */
export const staleDescriptor = {
  id: staleId,
  shortDescription: { text: 'The baseline lists a finding that is gone.' },
  fullDescription: { text: 'An entry that is left in place will hide the same mistake when it comes back.' },
  defaultConfiguration: { level: 'warning' },
};

/**
 * Stale entries of a baseline: nothing is wrong with the file they name, so they are no results. `index`: where the
 * descriptor stands.
 */
export function staleNotifications(baseline: CheckBaseline | null, index: number) {
  if (baseline === null) return [];
  const path = plainPath(baseline.path);
  return baseline.stale.map((entry) => ({
    descriptor: { id: staleId, index },
    associatedRule: { id: visible(entry.rule) },
    level: 'warning',
    message: { text: staleLines(entry).map(sarifText).join('\n') },
    locations: [{ physicalLocation: physicalLocation({ path, line: entry.line, column: null }) }],
  }));
}
