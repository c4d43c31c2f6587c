import type { Budget, ScenarioKind } from '../budget/types.ts';
import type { Location } from '../findings/types.ts';
import type { Overcommit } from '../sizing/types.ts';
import type { Segments } from '../topology/segments.ts';
import type { Topology } from '../topology/types.ts';

/** What a file says, every database under `databases`: maps, lists, text, whole numbers, booleans, null. */
export type Tree = Readonly<Record<string, unknown>>;

/** A value that differs between two files. */
export interface Edit {
  /** Where it stands; several places where one anchor gives them all. */
  readonly at: readonly [Segments, ...Segments[]];
  /** The same places as findings write them. */
  readonly paths: readonly string[];
  /** The value before; undefined: nothing. */
  readonly from: unknown;
  /** The value now; undefined: nothing. */
  readonly to: unknown;
  /** Where to look: in the changed file, in the base for a value that is gone. */
  readonly location: Location;
}

/** Edits that are not told apart, at least one. */
export type Unit = readonly Edit[];

/** Edits that make sense only together, most often one. */
export interface Cause {
  readonly edits: readonly Edit[];
  /** Indexes of causes without which this one leaves no valid file. */
  readonly needs: readonly number[];
}

/** Which number of a database or pooler. */
export type Quantity = 'connections' | 'usable' | 'allowed' | 'clients' | 'client_limit' | 'server_connections';

/** What a plan says of databases and poolers. */
export type WorstCases = Pick<Budget, 'databases' | 'poolers'>;

/** A file with its plan. */
export interface Planned {
  readonly topology: Topology;
  readonly budget: WorstCases;
  readonly overcommit: readonly Overcommit[];
}

/** A number that a plan gives. */
export interface Figure {
  readonly kind: 'database' | 'pooler';
  readonly name: string;
  readonly quantity: Quantity;
  /** Null for a limit that is the same in all scenarios. */
  readonly scenario: ScenarioName | null;
}

/** A scenario and which promise it makes. */
export interface ScenarioName {
  readonly name: string;
  readonly kind: ScenarioKind;
}

/** What one cause does to one figure. */
export interface Effect {
  readonly cause: number;
  /** What it changes on its own, upon nothing but the causes it needs; NaN where both sides have no bound. */
  readonly own: number;
  /** The figure once this cause and all before it are applied. */
  readonly after: number;
}

/** A figure that a change moves, and what moves it. */
export interface Movement {
  readonly figure: Figure;
  readonly base: number;
  readonly head: number;
  /** Causes that move it, in their order. */
  readonly effects: readonly Effect[];
  /** head - base less all own effects, and the causes that take part; null where that is nothing, or not finite. */
  readonly interaction: { readonly causes: readonly number[]; readonly change: number } | null;
}

/**
 * How probable it is in a scenario that more connections of a database are in use at once than are usable, before and
 * after; null where a file does not say, because its worst case stays within usable or it gives no traffic.
 */
export interface OvercommitChange {
  readonly database: string;
  readonly scenario: string;
  readonly base: number | null;
  readonly head: number | null;
}

/** What a change does. */
export interface Changes {
  /** In the order in which each leaves a valid file: base, then one after the other, is head. */
  readonly causes: readonly Cause[];
  /** Databases, then poolers; figures that end where they began are in it when causes move them on the way. */
  readonly movements: readonly Movement[];
  /** Every scenario of a database in which either file has a probability, also those that stay the same. */
  readonly overcommit: readonly OvercommitChange[];
}
