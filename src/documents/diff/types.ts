import type { Location } from '../../findings/types.ts';
import type { Verdict } from '../../findings/verdict.ts';
import type { Connections, DocumentFinding, DocumentScenarioKind } from '../plan/types.ts';

/** A value that differs between two topology files. */
export interface DocumentEdit {
  /** Its paths in the topology; several where one anchor gives them all. */
  readonly paths: readonly string[];
  /** What was written before; null: nothing. Maps and lists on one line, as JSON. */
  readonly from: string | null;
  /** What is written now; null: nothing. */
  readonly to: string | null;
  /** Where to look in the changed file; in the base for a value that is gone. */
  readonly location: Location | null;
}

/** Edits that make sense only together, most often one. */
export interface DocumentCause {
  readonly edits: readonly DocumentEdit[];
  /** Causes, by their index, that have to come first: its own effect is measured on top of them alone. */
  readonly needs: readonly number[];
}

/** What one cause does to one number. */
export interface DocumentEffect {
  /** Index among the causes. */
  readonly cause: number;
  /** What it changes on its own; null where one side has no bound. */
  readonly own: number | null;
  /** The number once this cause and all before it are applied; null: no bound. */
  readonly after: Connections;
}

/** What two causes or more change together beyond what each changes on its own. */
export interface DocumentInteraction {
  /** Indexes of the causes that take part. */
  readonly causes: readonly number[];
  readonly change: number;
}

/** Which number of a database or pooler. */
export type DocumentQuantity = 'connections' | 'usable' | 'allowed' | 'clients' | 'client_limit' | 'server_connections';

/** A number that differs between base and head, or that causes move to and fro on the way. */
export interface DocumentMovement {
  readonly quantity: DocumentQuantity;
  /** The scenario, or null for a limit that is the same in all. */
  readonly scenario: string | null;
  /** Null: no bound. What does not exist has 0. */
  readonly base: Connections;
  readonly head: Connections;
  /** head - base; null where one of the two has no bound. */
  readonly change: number | null;
  /** Causes that move it, in the order they are applied. */
  readonly effects: readonly DocumentEffect[];
  /** change = sum of the own effects + this; null where they interact in nothing, or have no bound. */
  readonly interaction: DocumentInteraction | null;
}

/** How probable it is that more connections of a database are in use at once than are usable, before and after. */
export interface DocumentOvercommitChange {
  /** 0 to 1, as `plan` has it; null: the worst case stays within usable, or no traffic leads there. */
  readonly base: number | null;
  readonly head: number | null;
  /** What `policy.overcommit_probability` allows; null: it says nothing, or the database has no limit or is not there. */
  readonly base_allowed: number | null;
  readonly head_allowed: number | null;
}

/** One scenario of a database or pooler before and after. */
export interface DocumentScenarioChange {
  readonly name: string;
  readonly kind: DocumentScenarioKind;
  /** Connections on a database, clients of a pooler; null: no bound. */
  readonly base: Connections;
  readonly head: Connections;
  /** What they are held against: a database's allowed connections, a pooler's client limit; null: no bound. */
  readonly base_limit: Connections;
  readonly head_limit: Connections;
  /** Within the limit, and as improbable to exceed usable as the policy wants. */
  readonly base_fits: boolean;
  readonly head_fits: boolean;
  /** Null: neither side has a probability, or is judged by one. */
  readonly overcommit: DocumentOvercommitChange | null;
}

/** What becomes of a database or a pooler. */
export interface DocumentPlaceChange {
  /** `databases.main`, `poolers.bouncer`. */
  readonly on: string;
  readonly name: string;
  readonly kind: 'database' | 'pooler';
  /** `same`: all its numbers are the same, probabilities to the two digits that are shown. */
  readonly status: 'changed' | 'added' | 'removed' | 'same';
  /** Every scenario that either side has, also those that stay the same. */
  readonly scenarios: readonly DocumentScenarioChange[];
  /** The numbers that the causes move. */
  readonly movements: readonly DocumentMovement[];
}

/** What a change does to a topology, versioned like `Document`: within a version keys are added, never renamed or removed. */
export interface DiffDocument {
  readonly schema_version: 1;
  /** The two files as the user gave them; base null: the file is new. */
  readonly base: string | null;
  readonly head: string;
  /** Of each file by itself; base null: there was none. */
  readonly verdict: { readonly base: Verdict | null; readonly head: Verdict };
  /** False when every number of every database and pooler is the same: no change to any connection budget. */
  readonly changed: boolean;
  /** All edits as causes, in the order they are applied: base, then one after the other, is head. */
  readonly causes: readonly DocumentCause[];
  /** Databases, then poolers, in the order of the head, those that are gone last. */
  readonly places: readonly DocumentPlaceChange[];
  readonly findings: {
    readonly new: readonly DocumentFinding[];
    readonly worse: readonly DocumentFinding[];
    readonly fixed: readonly DocumentFinding[];
    readonly unchanged: readonly DocumentFinding[];
  };
}
