import type { CheckBaseline } from '../../documents/check/types.ts';
import { type Checked, staleEntries } from '../../findings/baseline.ts';
import { isThere, seenFrom } from '../../io/paths.ts';
import { readText } from '../../io/read.ts';
import type { PlanResult } from '../../pipeline/plan.ts';
import { type ListedEntry, parseBaseline } from '../../topology/baseline.ts';
import { FileFailures } from '../failures/file-failures.ts';

/** A baseline file, and what it says. */
export interface Baseline {
  readonly path: string;
  readonly entries: readonly ListedEntry[];
}

/** Reads a baseline. Throws FileFailures when it is none. */
export async function readBaseline(path: string): Promise<Baseline> {
  const sources = new Map<string, string>();
  try {
    const text = await readText(path);
    sources.set(path, text);
    return { path, entries: parseBaseline(text, path) };
  } catch (error) {
    throw new FileFailures([error], sources);
  }
}

/** The entries of a topology file. */
export function entriesOf({ path, entries }: Baseline, topology: string): ListedEntry[] {
  const file = seenFrom(path, topology);
  return entries.filter((entry) => entry.file === file);
}

/** What a baseline is held against: what was found in topology files. */
export function checkedBy({ path, entries }: Baseline, plans: readonly PlanResult[]): Checked {
  const checked = new Map(
    plans.map(({ plan, findings, hidden }) => [seenFrom(path, plan.topology.path), [...findings, ...hidden]]),
  );
  const gone = entries.map(({ file }) => file).filter((file) => !checked.has(file) && !isThere(file, path));
  return { findings: checked, gone: new Set(gone) };
}

/** The baseline as documents have it. */
export function toCheckBaseline(baseline: Baseline, plans: readonly PlanResult[]): CheckBaseline {
  const stale = staleEntries(baseline.entries, checkedBy(baseline, plans));
  return { path: baseline.path, stale: stale.map(({ file, rule, on, line }) => ({ file, rule, on, line })) };
}
