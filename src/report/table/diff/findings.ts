import type { DiffDocument } from '../../../documents/diff/types.ts';
import type { DocumentFinding } from '../../../documents/plan/types.ts';
import { acceptedNote, changeTally } from '../../sentences/changes.ts';
import { findingGroups } from '../../sentences/findings.ts';
import { groupLines, titleLines } from '../finding.ts';
import { fold, foldedLine, heading, type Layout, type Section } from '../view.ts';

const perRule = { error: 3, warning: 3, info: 1 };
const titlesShown = 8;

/** What became of the findings: new and worse ones in full, fixed ones by name, unchanged ones counted. */
export function changedFindings(view: Layout, { findings }: DiffDocument): Section[] {
  const tally = changeTally(findings);
  if (tally === '') return [];
  return [
    [heading(view, `Findings: ${tally}`)],
    ...inFull(view, 'New', findings.new),
    ...inFull(view, 'Worse', findings.worse),
    ...byName(view, 'Fixed', findings.fixed),
    ...(view.all ? byName(view, 'Unchanged', findings.unchanged) : []),
  ];
}

function inFull(view: Layout, title: string, findings: readonly DocumentFinding[]): Section[] {
  if (findings.length === 0) return [];
  const [first = [], ...rest] = findingGroups(findings).map((group) =>
    groupLines(view, group, perRule[group.severity]),
  );
  return [[heading(view, title) + view.paint.faint(acceptedNote(findings)), ...first], ...rest];
}

function byName(view: Layout, title: string, findings: readonly DocumentFinding[]): Section[] {
  if (findings.length === 0) return [];
  const { shown, folded } = fold(view, findings, titlesShown);
  return [
    [
      heading(view, title),
      ...shown.flatMap((finding) => titleLines(view, finding)),
      ...foldedLine(view, folded, 'findings'),
    ],
  ];
}
