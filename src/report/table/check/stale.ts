import type { CheckBaseline } from '../../../documents/check/types.ts';
import { staleTitle } from '../../sentences/totals.ts';
import { fold, foldedLine, indent, type Layout, paragraph, type Section } from '../view.ts';

const staleShown = 10;

/** Entries of the baseline that match nothing any more, at their line, and what to do. */
export function staleSection(view: Layout, baseline: CheckBaseline | null): Section[] {
  if (baseline === null || baseline.stale.length === 0) return [];
  const { path, stale } = baseline;
  const { shown, folded } = fold(view, stale, staleShown);
  return [
    [
      ...paragraph(view, '', staleTitle(stale.length), view.paint.strong),
      ...shown.flatMap(({ file, rule, on, line }) =>
        paragraph(view, indent, `${path}:${line}  ${rule} on ${on} in ${file}`),
      ),
      ...foldedLine(view, folded, 'entries'),
      ...paragraph(view, `${indent}do:  `, 'Run connbudget check again with --write-baseline.'),
    ],
  ];
}
