import { type Compared, identity, isWorse } from './compare.ts';
import type { Excess, Finding, Severity } from './types.ts';

/** A finding that was there when a baseline was written, and that the team lives with until it gets worse. */
export interface BaselineEntry {
  /** The topology file, seen from the folder of the baseline, with forward slashes. */
  readonly file: string;
  readonly rule: string;
  readonly on: string;
  readonly severity: Severity;
  /** By how much it was wrong then. */
  readonly excess: readonly Excess[];
}

/**
 * What there is in the files that were checked, by file, also what heavier findings hide; and which of the other files do
 * not exist any more.
 */
export interface Checked {
  readonly findings: ReadonlyMap<string, readonly Compared[]>;
  readonly gone: ReadonlySet<string>;
}

/**
 * The findings of one file in their order, accepted where one of the file's entries covers them. One that got worse stays
 * open and carries what it was; so does one that a change made worse, whatever it was then.
 */
export function applyBaseline(findings: readonly Finding[], entries: readonly BaselineEntry[]): Finding[] {
  const known = new Map(entries.map((entry) => [identity(entry), entry]));
  return findings.map((finding): Finding => {
    const entry = known.get(identity(finding));
    if (entry === undefined || finding.acceptedBy !== null) return finding;
    if (!isWorse(finding, entry)) return { ...finding, acceptedBy: 'baseline' };
    return { ...finding, change: finding.change ?? 'worse', before: finding.before ?? entry.excess };
  });
}

/** Entries that nothing is left of, in their order: their file is gone, or was checked and has no such finding. */
export function staleEntries<E extends BaselineEntry>(entries: readonly E[], { findings, gone }: Checked): E[] {
  const there = new Set(
    [...findings].flatMap(([file, found]) => found.map((finding) => `${file} ${identity(finding)}`)),
  );
  return entries.filter((entry) => {
    if (gone.has(entry.file)) return true;
    return findings.has(entry.file) && !there.has(`${entry.file} ${identity(entry)}`);
  });
}

/**
 * The entries of a baseline written now, sorted: what can fail a gate in the files that were checked and that no policy
 * accepts, and what `old` says of files that were not checked and are still there.
 */
export function newBaseline(old: readonly BaselineEntry[], { findings, gone }: Checked): BaselineEntry[] {
  const kept = old.filter(({ file }) => !findings.has(file) && !gone.has(file));
  const found = [...findings].flatMap(([file, all]) =>
    all
      .filter(({ severity, acceptedBy }) => severity !== 'info' && acceptedBy !== 'policy')
      .map(({ rule, on, severity, excess }) => ({ file, rule, on, severity, excess })),
  );
  return [...kept, ...found].sort(inOrder);
}

function inOrder(a: BaselineEntry, b: BaselineEntry): number {
  return compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.on, b.on);
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
