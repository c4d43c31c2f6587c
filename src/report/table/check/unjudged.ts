import type { UnjudgedFile } from '../../../documents/check/types.ts';
import { fold, foldedLine, indent, type Layout, paragraph, type Section } from '../view.ts';

const unjudgedShown = 10;

/** The names alone: what is wrong with each is said on standard error, with the lines that it is about. */
export function unjudgedSection(view: Layout, unjudged: readonly UnjudgedFile[]): Section[] {
  if (unjudged.length === 0) return [];
  const { shown, folded } = fold(view, unjudged, unjudgedShown);
  return [
    [
      ...paragraph(view, '', 'Cannot be judged', view.paint.strong),
      ...shown.flatMap(({ path }) => paragraph(view, indent, path)),
      ...foldedLine(view, folded, 'files'),
    ],
  ];
}
