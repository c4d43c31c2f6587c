import { type CheckTerms, checkDocument } from '../../../src/report/check-document.ts';
import type { CheckDocument } from '../../../src/report/check-types.ts';
import type { Document } from '../../../src/report/document.ts';

/** What a gate makes of these plans; all is judged and nothing compared unless told. */
export function sketchCheck(files: readonly Document[], terms: Partial<CheckTerms> = {}): CheckDocument {
  return checkDocument(files, { unjudged: [], fail_on: null, base: null, changes: null, baseline: null, ...terms });
}
