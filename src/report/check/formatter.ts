import type { CheckDocument } from '../../documents/check/types.ts';
import type { RuleText } from '../../findings/types.ts';
import type { FormatOptions } from '../formatter.ts';

/** How the result of a gate is to look. Each format takes what it needs of it. */
export interface CheckOptions extends FormatOptions {
  /** Leave out what does not fail the gate; formats for programs are always complete. */
  readonly quiet: boolean;
  /** Every rule that was checked, in the order of reports. */
  readonly rules: readonly RuleText[];
  /** Version of the program. */
  readonly version: string;
}

/** Turns the result of a gate into text that is empty or ends with a line break. Pure. */
export type CheckFormatter = (check: CheckDocument, options: CheckOptions) => string;
