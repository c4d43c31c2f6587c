/** How a fact came to be known, surest first. */
export type Certainty =
  | 'source code'
  | 'documentation'
  | 'measured'
  | 'issue thread'
  | 'third-party copy'
  | 'observed'
  | 'third-party claim'
  | 'inferred';

/** Where a fact comes from. Every fact of the catalog has it. */
export interface Evidence {
  /** Addresses, or `owner/repository: path` for a file of a repository. */
  readonly sources: readonly string[];
  readonly certainty: Certainty;
}

/** A statement for people, with its evidence: a hazard, a restriction, a caveat. */
export interface Note extends Evidence {
  readonly text: string;
}

/** The evidence that rows of a table share: `{ ...from('documentation', 'https://...'), name: ... }`. */
export const from = (certainty: Certainty, ...sources: readonly string[]): Evidence => ({ certainty, sources });
