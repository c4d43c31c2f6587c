import type { DiffDocument, DocumentCause, DocumentEdit } from '../../diff-types.ts';
import { markdown, markdownCode } from '../../sanitize.ts';
import { needsText, valueChange } from '../../words/changes.ts';
import { place, plural } from '../../words/figures.ts';
import { causeSizes } from '../effects.ts';

const editsShown = 3;

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

/** The causes that move nothing: counted, or each of them. */
export function stillLines(diff: DiffDocument, all: boolean): string[] {
  const moving = causeSizes(diff);
  const still = diff.causes.filter((_, index) => !moving.has(index));
  if (still.length === 0) return [];
  const counted = `${plural(still.length, 'edit')} ${still.length === 1 ? 'moves' : 'move'} no number.`;
  return [all ? [counted, '', ...still.map((cause) => `- ${causeCell(cause, diff)}`)].join('\n') : counted];
}
