import { type CheckTerms, checkDocument } from '../../../src/documents/check/document.ts';
import type { CheckDocument } from '../../../src/documents/check/types.ts';
import type { Document } from '../../../src/documents/plan/document.ts';

/** What a gate makes of these plans; all is judged and nothing compared unless told. */
export function sketchCheck(files: readonly Document[], terms: Partial<CheckTerms> = {}): CheckDocument {
  return checkDocument(files, { unjudged: [], fail_on: null, base: null, changes: null, baseline: null, ...terms });
}
