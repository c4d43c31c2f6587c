import { InputError, type Problem } from '../findings/types.ts';
import { shortFormOf, toPath, toSegments } from './paths.ts';
import { borrowed, missing, noNumber, repeated } from './refusals.ts';
import { type Segments, valueAt } from './segments.ts';
import type { Source } from './source.ts';
import { type Word, wordFinder } from './words.ts';
import { readYaml } from './yaml.ts';

/** A number that a topology file shall give. */
export interface ScalarChange {
  /** Where, as findings write it: `services.web.pools.default.size`. */
  readonly path: string;
  /** A whole number, 0 or more. */
  readonly to: number;
}

interface Replacement extends ScalarChange {
  readonly segments: Segments;
  readonly word: Word;
}

const byteOrderMark = '\uFEFF';

/**
 * The text of a topology file with other numbers in the places of some of its numbers (or of `unlimited`). Nothing else
 * changes: comments, anchors, blank lines, line ends and indentation stay, quotes around a replaced word go with it.
 *
 * A number is not changed where the file does not write it, where its text stands elsewhere (behind an alias or a merge
 * key), or where an alias repeats it. One such number is enough for nothing to be changed at all: sizes belong together.
 * @throws InputError with every number that cannot be changed and the place to change it by hand, in file order
 */
export function rewrite(text: string, path: string, changes: readonly ScalarChange[]): string {
  const lead = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const clean = text.slice(lead.length);
  const source = read(path, clean);
  const find = wordFinder(clean);
  const problems: Problem[] = [];
  const edits: Replacement[] = [];
  for (const { path: of, to } of changes) {
    const segments = writtenAt(source, of);
    if (valueAt(source.value, segments) === to) continue;
    const word = find(segments);
    const edit = { path: of, to, segments };
    if (word === null) problems.push(missing(source, edit));
    else if (word.via !== null) problems.push(borrowed(source, edit, word, word.via));
    else edits.push({ ...edit, word });
  }
  const result = replaced(clean, edits);
  problems.push(...sideEffects(source, readYaml(path, result).source, edits, find));
  if (problems.length > 0) throw new InputError(problems.sort(byPlace));
  return lead + result;
}

function read(path: string, text: string): Source {
  const { source, problems } = readYaml(path, text);
  if (source === null || problems.length > 0) throw new InputError(problems);
  return source;
}

/** Where a file writes what a path means: `pool: 5` is what `pools.default.size` means. */
function writtenAt({ value }: Source, path: string): Segments {
  const segments = toSegments(path, value);
  const parent = segments.slice(0, -1);
  const short = valueAt(value, parent);
  const isShort = short !== undefined && short !== null && typeof short !== 'object';
  return isShort && shortFormOf(parent) === segments.at(-1) ? parent : segments;
}

function replaced(text: string, edits: readonly Replacement[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { word, to } of [...edits].sort((a, b) => a.word.start - b.word.start)) {
    parts.push(text.slice(done, word.start), `${to}`);
    done = word.end;
  }
  return parts.join('') + text.slice(done);
}

/**
 * What else became of a file with some words replaced: where an alias repeats one of them, and where the new number was
 * not taken for one. Anything more is a mistake of this program.
 */
function sideEffects(
  before: Source,
  after: Source | null,
  edits: readonly Replacement[],
  find: (segments: Segments) => Word | null,
): Problem[] {
  const byStart = new Map(edits.map((edit) => [edit.word.start, edit]));
  if (after === null || byStart.size < edits.length) throw new Error('rewriting the sizes would have broken the file');
  const wanted = new Set(edits.map(({ segments }) => toPath(segments)));
  const alsoAt = new Map<Replacement, string>();
  for (const segments of differences(before.value, after.value)) {
    const path = toPath(segments);
    const edit = byStart.get(find(segments)?.start ?? -1);
    if (edit === undefined) throw new Error(`rewriting the sizes would have changed ${path}`);
    if (!wanted.has(path) && !alsoAt.has(edit)) alsoAt.set(edit, path);
  }
  return edits.flatMap((edit) => {
    const other = alsoAt.get(edit);
    if (other !== undefined) return [repeated(before, edit, edit.word, other)];
    return valueAt(after.value, edit.segments) === edit.to ? [] : [noNumber(before, edit, edit.word)];
  });
}

/** The paths of all words that differ between two values, and of what has another form. */
function* differences(a: unknown, b: unknown, at: Segments = []): Generator<Segments> {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    if (a !== b) yield at;
    return;
  }
  const keys = Array.isArray(a) ? [...a.keys()] : Object.keys(a);
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) yield at;
  for (const key of keys) yield* differences(valueAt(a, [key]), valueAt(b, [key]), [...at, key]);
}

const byPlace = ({ location: a }: Problem, { location: b }: Problem): number => a.line - b.line || a.column - b.column;
