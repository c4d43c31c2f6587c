import type { Budget } from '../budget/types.ts';
import type { Excess, Finding, Severity } from '../findings/types.ts';
import type { Overcommit, Sizing } from '../sizing/types.ts';
import type { Topology } from '../topology/types.ts';
import type { PlanView } from './common/view.ts';

/** Everything a verdict rests on. */
export interface Plan {
  readonly topology: Topology;
  readonly budget: Budget;
  readonly sizing: Sizing;
  readonly overcommit: readonly Overcommit[];
  /** The day acceptances are judged against, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Which rule reports something about what. */
export type FoundBefore = Pick<Finding, 'rule' | 'on'>;

/** What a rule found: the finding without what the rule itself already says. */
export interface Hit {
  readonly on: string;
  readonly scenario?: string;
  /** Where the rule's own severity does not hold. */
  readonly severity?: Severity;
  readonly message: string;
  /** By how much, in every scenario that the hit is about; left out where it is there or not. */
  readonly excess?: readonly Excess[];
  /** A heavier finding says it already: it is not reported, but a change that leaves no more than it is no news. */
  readonly hidden?: boolean;
  /** What to do here; every setting in it was tried out. Worked out last; may throw `TooLarge`. */
  readonly remedy: () => string;
  /** Path of the value to look at in the file, where it is not `on`. */
  readonly at?: string;
}

/** A mistake connbudget knows: data for people, and a pure check. */
export interface Rule {
  /** States the mistake; kebab-case, the name of its file. */
  readonly id: string;
  readonly severity: Severity;
  /** One line: when it fires. */
  readonly summary: string;
  readonly why: string;
  /** What to do, in general; a finding's own remedy is concrete. */
  readonly remedy: string;
  /** Topologies in YAML: `fires` makes the rule fire exactly once; `silent` is the same file mended, it does not fire. */
  readonly example: { readonly fires: string; readonly silent: string };
  /** `found`: what the rules before it in the list report. */
  readonly check: (view: PlanView, found: readonly FoundBefore[]) => readonly Hit[];
}
