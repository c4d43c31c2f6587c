import { probabilityMoves } from '../../documents/diff/changed.ts';
import type { DiffDocument, DocumentCause, DocumentEdit, DocumentPlaceChange } from '../../documents/diff/types.ts';
import { noun, place, plural, short } from '../../words/figures.ts';
import { listed } from '../../words/lists.ts';
import { shorten } from '../terminal/width.ts';

const longestValue = 30;

/** `+20`, `-3`, `0`. */
export const signed = (change: number): string => `${change > 0 ? '+' : ''}${short(change)}`;

/** What became of a value: `4 -> 6`, `added: 6`, `removed: 4`; long ones lose their middle. */
export function valueChange({ from, to }: DocumentEdit): string {
  const value = (text: string) => shorten(text, longestValue);
  if (from === null) return `added: ${value(to ?? '')}`;
  return to === null ? `removed: ${value(from)}` : `${value(from)} -> ${value(to)}`;
}

/** What a cause is called: `services.web.nodes 4 -> 6`, `services.web.nodes 4 -> 6 and 2 more`. */
export function causeName({ edits: [first, ...others] }: DocumentCause): string {
  if (first === undefined) return '';
  return `${pathOf(first)} ${valueChange(first)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

/** Where an edit is, with all its paths, and what it is about: `services.web.nodes 4 -> 6 (topology.yml:12:5)`. */
export function editText(edit: DocumentEdit): string {
  return `${edit.paths.join(' = ')} ${valueChange(edit)}${edit.location === null ? '' : ` (${place(edit.location)})`}`;
}

/** What has to come before a cause: `after services.web.max_nodes`; empty for nothing. */
export function needsText({ needs }: DocumentCause, causes: readonly DocumentCause[]): string {
  return needs.length === 0 ? '' : `after ${named(needs, causes)}`;
}

/** Causes by their first path: `services.web.nodes, services.web.pool and 2 more`. */
export function named(indexes: readonly number[], causes: readonly DocumentCause[]): string {
  return listed(indexes.flatMap((index) => causes[index]?.edits[0] ?? []).map(pathOf));
}

const pathOf = ({ paths }: DocumentEdit): string => paths[0] ?? '';

/** Places with something to show: added, removed or changed. */
export const changedPlaces = ({ places }: DiffDocument): DocumentPlaceChange[] =>
  places.filter(({ status }) => status !== 'same');

/**
 * What is said of edits that move no number of connections: `2 edits move no number`, and `2 edits move a probability at
 * most` where one moves, because that is not told edit by edit.
 */
export function stillText(diff: DiffDocument, edits: number): string {
  const what = movesProbability(diff) ? 'a probability at most' : 'no number';
  return `${plural(edits, 'edit')} ${noun(edits, 'moves', 'move')} ${what}`;
}

/** Whether any probability is another. */
export const movesProbability = ({ places }: DiffDocument): boolean =>
  places.some(({ scenarios }) => scenarios.some(probabilityMoves));

/** What a place is and what became of it: `main: database`, `batch: new pooler`, `old: removed database`. */
export function placeTitle({ name, kind, status }: DocumentPlaceChange): string {
  const state = { changed: '', same: '', added: 'new ', removed: 'removed ' }[status];
  return `${name}: ${state}${kind}`;
}

/** What becomes of the places in a sentence: `2 databases and 1 pooler change: main no longer fits; batch fits now.` */
export function changeSentence(diff: DiffDocument): string {
  const places = changedPlaces(diff);
  const count = (kind: DocumentPlaceChange['kind']) => places.filter((each) => each.kind === kind).length;
  const counted = [
    count('database') > 0 && plural(count('database'), 'database'),
    count('pooler') > 0 && plural(count('pooler'), 'pooler'),
  ].filter(Boolean);
  const turned = [
    turn(places, ['no longer fits', 'no longer fit'], ({ status }, before, after) => {
      return status === 'changed' && before && !after;
    }),
    turn(places, ['does not fit', 'do not fit'], ({ status }, _, after) => status === 'added' && !after),
    turn(places, ['still does not fit', 'still do not fit'], ({ status }, before, after) => {
      return status === 'changed' && !before && !after;
    }),
    turn(places, ['fits now', 'fit now'], ({ status }, before, after) => status === 'changed' && !before && after),
  ].filter((part) => part !== '');
  const what = `${counted.join(' and ')} ${noun(places.length, 'changes', 'change')}`;
  return `${what}${turned.length === 0 ? '' : `: ${turned.join('; ')}`}.`;
}

function turn(
  places: readonly DocumentPlaceChange[],
  [one, many]: readonly [string, string],
  wanted: (place: DocumentPlaceChange, before: boolean, after: boolean) => boolean,
): string {
  const fits = ({ scenarios }: DocumentPlaceChange, side: 'base_fits' | 'head_fits') =>
    scenarios.every((scenario) => scenario[side] || scenario.kind === 'draining');
  const turned = places.filter((each) => wanted(each, fits(each, 'base_fits'), fits(each, 'head_fits')));
  if (turned.length === 0) return '';
  return `${listed(turned.map(({ name }) => name))} ${noun(turned.length, one, many)}`;
}

/** `1 new, 2 fixed, 3 unchanged`, leaving out what there is none of; empty for nothing. */
export function changeTally(findings: DiffDocument['findings']): string {
  const kinds = ['new', 'worse', 'fixed', 'unchanged'] as const;
  return kinds
    .filter((kind) => findings[kind].length > 0)
    .map((kind) => `${findings[kind].length} ${kind}`)
    .join(', ');
}

/** ` (2 accepted)`; empty where none is. */
export function acceptedNote(findings: DiffDocument['findings']['new']): string {
  const accepted = findings.filter((finding) => finding.accepted).length;
  return accepted === 0 ? '' : ` (${accepted} accepted)`;
}
