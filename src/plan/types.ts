import type { Budget } from '../budget/types.ts';
import type { Overcommit, Sizing } from '../sizing/types.ts';
import type { Topology } from '../topology/types.ts';

/** A topology and what was worked out of it: everything a verdict rests on. */
export interface Plan {
  readonly topology: Topology;
  readonly budget: Budget;
  readonly sizing: Sizing;
  readonly overcommit: readonly Overcommit[];
  /** The day acceptances are judged against, `YYYY-MM-DD`. */
  readonly today: string;
}
