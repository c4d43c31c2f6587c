import type { Document, DocumentFinding } from '../../../documents/plan/types.ts';
import { plural, tally } from '../../../words/figures.ts';
import { type FindingGroup, findingGroups } from '../../sentences/findings.ts';
import { acceptance } from '../../sentences/gate.ts';
import { groupLines } from '../finding.ts';
import { fold, foldedLine, heading, indent, type Layout, paragraph, type Section } from '../view.ts';

const perRule = { error: 3, warning: 3, info: 1 };
const acceptedShown = 5;

/** The rule whose findings say again what the section of assumptions lists. */
const listedBelow = 'value-assumed';

/** What the rules found, errors first: what, why, what to do. Of many findings of one rule, the first few. */
export function findingsSection(view: Layout, { findings, counts }: Document): Section[] {
  if (findings.length === 0) return [];
  const groups = findingGroups(findings).map((group) => ruleLines(view, group));
  const accepted = acceptedLines(
    view,
    findings.filter(({ accepted }) => accepted),
  );
  const [first = [], ...rest] = [...groups, ...accepted];
  return [[heading(view, `Findings: ${tally(counts)}`), '', ...first], ...rest];
}

function ruleLines(view: Layout, group: FindingGroup): Section {
  const { rule, severity, findings } = group;
  if (rule !== listedBelow || view.all) return groupLines(view, group, perRule[severity]);
  const times = findings.length === 1 ? '' : ` (${findings.length})`;
  return [`${view.paint.name(severity)} ${view.paint.strong(rule)}${times}: see "Assumed" below`];
}

function acceptedLines(view: Layout, accepted: readonly DocumentFinding[]): Section[] {
  if (accepted.length === 0) return [];
  const { shown, folded } = fold(view, accepted, acceptedShown);
  return [
    [
      view.paint.faint(`${plural(accepted.length, 'finding')} accepted`),
      ...shown.flatMap((finding) =>
        [`${finding.rule}: ${finding.message}`, acceptance(finding) ?? ''].flatMap((text, line) =>
          paragraph(view, indent.repeat(line + 1), text, view.paint.faint),
        ),
      ),
      ...foldedLine(view, folded, 'accepted'),
    ],
  ];
}
