import type { DatabaseBudget, PoolerBudget } from '../budget/types.ts';
import type { Excess, Finding, RuleText, Severity } from '../findings/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Recommendation, WayOut } from '../sizing/types.ts';
import type { Database, Pooler, Service, Topology } from '../topology/types.ts';

/** A database with its budget and the poolers in front of it. */
export interface DatabaseView {
  readonly database: Database;
  readonly budget: DatabaseBudget;
  readonly poolers: readonly Pooler[];
}

/** A pooler with its budget and the database behind it. */
export interface PoolerView {
  readonly pooler: Pooler;
  readonly budget: PoolerBudget;
  readonly database: Database;
}

/** A plan as rules look at it: by name, topology and budget side by side. Iterates in file order. */
export interface PlanView extends Plan {
  readonly databases: ReadonlyMap<string, DatabaseView>;
  readonly poolers: ReadonlyMap<string, PoolerView>;
  readonly service: (name: string) => Service | undefined;
  /** The database that connections to a target end on. */
  readonly databaseOf: (target: { readonly to: string }) => string;
  /** What decides one database's budget, alone: the database, its poolers, and the services with what leads there. */
  readonly around: (database: string) => Topology;
  /** The size that was recommended for the pool at a path. */
  readonly recommended: (path: string) => Recommendation | undefined;
  /** What would make a database fit when no pool sizes do. */
  readonly wayOut: (database: string) => WayOut | undefined;
  /** Ids of all rules. */
  readonly ruleIds: ReadonlySet<string>;
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
  /**
   * What to do here; every setting in it was tried out. Null where that takes too long: then the rule's own remedy has to do.
   * Worked out last, and only for what is reported.
   */
  readonly remedy: () => string | null;
  /** Path of the value to look at in the file, where it is not `on`. */
  readonly at?: string;
}

/** A mistake connbudget knows: data for people, and a pure check. */
export interface Rule extends RuleText {
  /** `found`: what the rules before it in the list report. */
  readonly check: (view: PlanView, found: readonly FoundBefore[]) => readonly Hit[];
}
