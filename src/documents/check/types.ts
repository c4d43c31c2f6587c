import type { Location, Problem, Severity } from '../../findings/types.ts';
import type { Verdict } from '../../findings/verdict.ts';
import type { DiffDocument } from '../diff/types.ts';
import type { Document, DocumentCounts } from '../plan/types.ts';

/** What a gate adds up over all the files that it judged. */
export interface CheckTotals extends DocumentCounts {
  readonly files: number;
  /** Findings that fail the gate. */
  readonly failing: number;
}

/** A finding that a baseline lists and that is gone. */
export interface StaleEntry {
  /** The topology file it was found in. */
  readonly file: string;
  readonly rule: string;
  readonly on: string;
  /** Line of the entry in the baseline file, from 1. */
  readonly line: number;
}

/** The baseline that a gate was given. */
export interface CheckBaseline {
  readonly path: string;
  /** Entries that match no finding of their file any more, in the order of the baseline. */
  readonly stale: readonly StaleEntry[];
}

/** What keeps a file from being judged; without a place where it is about the file as a whole. */
export interface FileProblem extends Omit<Problem, 'location'> {
  readonly location: Location | null;
}

/** A file that could not be judged, or a name that stands for none. */
export interface UnjudgedFile {
  /** As the user gave it, or as it was found in a folder. */
  readonly path: string;
  /** One or more. */
  readonly problems: readonly FileProblem[];
}

/** What a gate made of its files, versioned like `Document`: within a version keys are added, never renamed or removed. */
export interface CheckDocument {
  readonly schema_version: 1;
  /** `fail` when a file fails; null, no verdict, when one could not be judged, whatever the others are. */
  readonly verdict: Verdict | null;
  /** What `--fail-on` says; null: each file's own `policy.fail_on`. */
  readonly fail_on: Extract<Severity, 'error' | 'warning'> | null;
  readonly totals: CheckTotals;
  /** One plan a file that was judged, in the order given; `policy.fail_on` is what it was judged by. */
  readonly files: readonly Document[];
  /** In the order that standard error tells of them. */
  readonly unjudged: readonly UnjudgedFile[];
  /** What the files were compared with, as the user gave it; null: nothing. */
  readonly base: string | null;
  /** What became of each file since the base, in the order of `files`; null without a base. */
  readonly changes: readonly DiffDocument[] | null;
  readonly baseline: CheckBaseline | null;
}
