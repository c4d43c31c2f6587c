import type { DiffDocument, DocumentCause, DocumentEdit } from '../../../documents/diff/types.ts';
import { place, plural } from '../../../words/figures.ts';
import { markdown, markdownCode } from '../../sanitize.ts';
import { movesProbability, needsText, stillText, valueChange } from '../../sentences/changes.ts';
import { causeSizes } from '../../sentences/effects.ts';
import { capped } from '../blocks.ts';

const editsShown = 3;
const stillShown = 10;

/** A cause in a cell of a table: its edits with their places, below each other, and what it needs. */
export function causeCell(cause: DocumentCause, { causes }: DiffDocument): string {
  const shown = cause.edits.slice(0, editsShown);
  const rest = cause.edits.length - shown.length;
  const needs = needsText(cause, causes);
  return [
    ...shown.map(editCell),
    ...(rest === 0 ? [] : [`and ${plural(rest, 'more edit')}`]),
    ...(needs === '' ? [] : [markdown(needs)]),
  ].join('<br>');
}

function editCell(edit: DocumentEdit): string {
  const [path = '', ...others] = edit.paths;
  const alike = others.length === 0 ? '' : ` and ${plural(others.length, 'more place')}`;
  const at = edit.location === null ? '' : ` (${markdownCode(place(edit.location))})`;
  return `${markdownCode(path)}${alike} ${markdown(valueChange(edit))}${at}`;
}

/** The causes that move nothing: counted, or each of them; some of them where one may have moved a probability. */
export function stillLines(diff: DiffDocument, all: boolean): string[] {
  const moving = causeSizes(diff);
  const still = diff.causes.filter((_, index) => !moving.has(index));
  if (still.length === 0) return [];
  const counted = `${stillText(diff, still.length)}.`;
  if (!all && !movesProbability(diff)) return [counted];
  const most = all ? still.length : stillShown;
  return [[counted, '', ...capped(still, most, 'edits', (cause) => [`- ${causeCell(cause, diff)}`])].join('\n')];
}
