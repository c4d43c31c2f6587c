import type { Document, DocumentFinding } from '../document-types.ts';
import { visible } from '../sanitize.ts';
import { columns } from '../text.ts';
import { place, plural, tally } from '../words/figures.ts';
import { type FindingGroup, findingGroups } from '../words/findings.ts';
import { fold, foldedLine, heading, indent, paragraph, type Section, type View } from './view.ts';

const perRule = { error: 3, warning: 3, info: 1 };
const acceptedShown = 5;

/** The rule whose findings say again what the section of assumptions lists. */
const listedBelow = 'value-assumed';

/** What the rules found, errors first: what, why, what to do. Of many findings of one rule, the first few. */
export function findingsSection(view: View, { findings, counts }: Document): Section[] {
  if (findings.length === 0) return [];
  const groups = findingGroups(findings).map((group) => groupLines(view, group));
  const accepted = acceptedLines(
    view,
    findings.filter(({ accepted }) => accepted),
  );
  const [first = [], ...rest] = [...groups, ...accepted];
  return [[heading(view, `Findings: ${tally(counts)}`), '', ...first], ...rest];
}

function groupLines(view: View, { rule, severity, findings }: FindingGroup): Section {
  if (rule === listedBelow && !view.all) {
    const times = findings.length === 1 ? '' : ` (${findings.length})`;
    return [`${view.paint.name(severity)} ${view.paint.strong(rule)}${times}: see "Assumed" below`];
  }
  const { shown, folded } = fold(view, findings, perRule[severity]);
  const lines = shown.flatMap((finding, index) => [
    ...(index === 0 ? [] : ['']),
    ...findingLines(view, finding, finding.why !== shown[index - 1]?.why),
  ]);
  return [...lines, ...foldedLine(view, folded, `of ${rule}`)];
}

function findingLines(view: View, finding: DocumentFinding, withWhy: boolean): string[] {
  const { severity, message, why, remedy } = finding;
  const said = (label: string, text: string) => (text === '' ? [] : paragraph(view, `${indent}${label}`, text));
  return [
    ...title(view, finding),
    ...said('', message),
    ...(withWhy && severity !== 'info' ? said('why: ', why).map(view.paint.faint) : []),
    ...said('do:  ', remedy),
  ];
}

/** Severity, rule and place on one line where they fit, else the place below. */
function title(view: View, { severity, rule, location, on }: DocumentFinding): string[] {
  const { bad, warn, name, strong, faint } = view.paint;
  const style = { error: bad, warning: warn, info: name }[severity];
  const at = location === null ? on : place(location);
  const [first = '', ...rest] = paragraph(view, `${severity} `, rule, strong);
  const lines = [style(severity) + first.slice(severity.length), ...rest];
  const oneLine = columns(visible(`${severity} ${rule}  ${at}`)) <= view.width;
  return oneLine ? [`${lines[0]}  ${faint(visible(at))}`] : [...lines, ...paragraph(view, indent, at, faint)];
}

function acceptedLines(view: View, accepted: readonly DocumentFinding[]): Section[] {
  if (accepted.length === 0) return [];
  const { shown, folded } = fold(view, accepted, acceptedShown);
  return [
    [
      view.paint.faint(`${plural(accepted.length, 'finding')} accepted by the policy`),
      ...shown.flatMap(({ rule, message }) => paragraph(view, indent, `${rule}: ${message}`, view.paint.faint)),
      ...foldedLine(view, folded, 'accepted'),
    ],
  ];
}
