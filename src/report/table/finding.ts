import type { DocumentFinding } from '../../documents/plan/types.ts';
import { place } from '../../words/figures.ts';
import { visible } from '../sanitize.ts';
import { type FindingGroup, worsening } from '../sentences/findings.ts';
import { columns } from '../terminal/width.ts';
import { fold, foldedLine, indent, type Layout, paragraph, type Section } from './view.ts';

/** Findings of one rule, at most so many of them: what, why, what to do; what they share is said once. */
export function groupLines(view: Layout, { rule, findings }: FindingGroup, most: number): Section {
  const { shown, folded } = fold(view, findings, most);
  const lines = shown.flatMap((finding, index) => [
    ...(index === 0 ? [] : ['']),
    ...findingLines(view, finding, finding.why !== shown[index - 1]?.why),
  ]);
  return [...lines, ...foldedLine(view, folded, `of ${rule}`)];
}

function findingLines(view: Layout, finding: DocumentFinding, withWhy: boolean): string[] {
  const { severity, message, why, remedy } = finding;
  const said = (label: string, text: string) => (text === '' ? [] : paragraph(view, `${indent}${label}`, text));
  return [
    ...titleLines(view, finding),
    ...said('', message),
    ...said('worse: ', worsening(finding)),
    ...(withWhy && severity !== 'info' ? said('why: ', why).map(view.paint.faint) : []),
    ...said('do:  ', remedy),
  ];
}

/** Severity, rule and place on one line where they fit, else the place below. */
export function titleLines(view: Layout, { severity, rule, location, on }: DocumentFinding): string[] {
  const { bad, warn, name, strong, faint } = view.paint;
  const style = { error: bad, warning: warn, info: name }[severity];
  const at = location === null ? on : place(location);
  const [first = '', ...rest] = paragraph(view, `${severity} `, rule, strong);
  const lines = [style(severity) + first.slice(severity.length), ...rest];
  const oneLine = columns(visible(`${severity} ${rule}  ${at}`)) <= view.width;
  return oneLine ? [`${lines[0]}  ${faint(visible(at))}`] : [...lines, ...paragraph(view, indent, at, faint)];
}
