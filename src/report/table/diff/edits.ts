import type { DiffDocument, DocumentCause } from '../../../documents/diff/types.ts';
import { editText, movesProbability, needsText, stillText } from '../../sentences/changes.ts';
import { causeSizes } from '../../sentences/effects.ts';
import { fold, foldedLine, heading, indent, type Layout, paragraph, type Section } from '../view.ts';

const editsShown = 4;
const stillShown = 8;

/**
 * Every cause that is `telling` with its values and place in the file; those that move nothing are counted, and shown
 * where one of them may have moved a probability.
 */
export function editsSection(view: Layout, diff: DiffDocument, telling: readonly number[]): Section[] {
  const moving = causeSizes(diff);
  const still = diff.causes.filter((_, index) => !moving.has(index));
  const shown = fold(view, view.all || movesProbability(diff) ? still : [], stillShown);
  const lines = [
    ...telling.flatMap((index) => causeLines(view, diff, diff.causes[index])),
    ...foldedLine(view, moving.size - telling.length, 'of less effect'),
    ...(still.length === 0 ? [] : [indent + view.paint.faint(stillText(diff, still.length))]),
    ...shown.shown.flatMap((cause) => causeLines(view, diff, cause)),
    ...foldedLine(view, shown.folded, 'of them'),
  ];
  return lines.length === 0 ? [] : [[heading(view, 'Edits'), ...lines]];
}

/** One line an edit; edits that make sense only together stand below the first of them. */
function causeLines(view: Layout, { causes }: DiffDocument, cause: DocumentCause | undefined): string[] {
  if (cause === undefined) return [];
  const shown = view.all || cause.edits.length <= editsShown + 1 ? cause.edits : cause.edits.slice(0, editsShown);
  const needs = needsText(cause, causes);
  return [
    ...shown.flatMap((edit, index) => {
      const note = index === 0 && needs !== '' ? `, ${needs}` : '';
      return paragraph(view, index === 0 ? indent : `${indent}+ `, editText(edit) + note);
    }),
    ...foldedLine(view, cause.edits.length - shown.length, 'with it'),
  ];
}
