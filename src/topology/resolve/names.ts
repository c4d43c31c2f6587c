import { printable } from '../../findings/printable.ts';
import type { Report } from '../problem-collector.ts';
import { nameExpected, namePattern } from '../schema/values.ts';
import { isMap, type Segments } from '../segments.ts';
import type { Source } from '../source.ts';

/** What a name of the shared name space can name. */
export type EntryKind = 'database' | 'pooler' | 'service';

/** A database, pooler or service as it stands in the file. */
export interface NamedEntry {
  readonly name: string;
  readonly at: Segments;
  readonly value: unknown;
}

/** Every database, pooler and service of a file by name, those with mistakes included. */
export interface NamedEntries {
  readonly kinds: ReadonlyMap<string, EntryKind>;
  readonly databases: readonly string[];
  readonly poolers: readonly string[];
}

/** The entries of `databases` (with the short form `database`), `poolers` or `services`, in file order. */
export function entriesOf(root: Record<string, unknown>, kind: EntryKind): NamedEntry[] {
  const section = `${kind}s`;
  const entries = sectionEntries(root, section);
  if (kind === 'database' && Object.hasOwn(root, 'database')) {
    const short = { name: 'database', at: ['database'], value: root.database };
    return Object.keys(root).indexOf('database') < Object.keys(root).indexOf(section)
      ? [short, ...entries]
      : [...entries, short];
  }
  return entries;
}

/** The entries of a section that is a map from names. */
export function sectionEntries(root: Record<string, unknown>, section: string): NamedEntry[] {
  const map = root[section];
  return isMap(map) ? Object.keys(map).map((name) => ({ name, at: [section, name], value: map[name] })) : [];
}

/** Collects the names; reports those that are not well formed and those that are taken. */
export function collectNames(
  entries: Readonly<Record<EntryKind, readonly NamedEntry[]>>,
  source: Source,
  report: Report,
): NamedEntries {
  const kinds = new Map<string, EntryKind>();
  for (const kind of ['database', 'pooler', 'service'] as const) {
    for (const { name, at } of entries[kind]) {
      if (!namePattern.test(name)) report.wrongKey(at, nameExpected);
      const taken = kinds.get(name);
      if (taken === undefined) kinds.set(name, kind);
      else reportTaken(name, at, taken, entries[taken], source, report);
    }
  }
  const namesOf = (kind: EntryKind) => [...kinds].filter(([, each]) => each === kind).map(([name]) => name);
  return { kinds, databases: namesOf('database'), poolers: namesOf('pooler') };
}

function reportTaken(
  name: string,
  at: Segments,
  kind: EntryKind,
  entries: readonly NamedEntry[],
  source: Source,
  report: Report,
): void {
  const first = source.locateKey(entries.find((entry) => entry.name === name)?.at ?? []);
  const place = first === null ? '' : ` at ${first.line}:${first.column}`;
  report.keyProblem(
    at,
    `the name \`${printable(name)}\` is taken by a ${kind}`,
    `It was previously defined${place}. Databases, poolers and services share one name space: choose another name.`,
  );
}
