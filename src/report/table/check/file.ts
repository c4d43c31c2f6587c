import type { DocumentFinding } from '../../../documents/plan/types.ts';
import type { Severity } from '../../../findings/types.ts';
import { plural } from '../../../words/figures.ts';
import { tellingCauses } from '../../sentences/effects.ts';
import { findingGroups } from '../../sentences/findings.ts';
import { acceptance } from '../../sentences/gate.ts';
import type { GateFile } from '../../sentences/gate-files.ts';
import { thereBefore } from '../../sentences/totals.ts';
import { answerList } from '../answer.ts';
import { editsSection } from '../diff/edits.ts';
import { groupLines, titleLines } from '../finding.ts';
import { fold, foldedLine, indent, type Layout, paragraph, type Section } from '../view.ts';

const failingPerRule = 10;
const openShown = 8;
const editsShown = 3;

/** What a gate says of one file: what does not fit, what fails in full and which edits moved its numbers, the rest in short. `quiet`: only what fails. */
export function fileSections(view: Layout, { file, unfit, findings, change }: GateFile, quiet: boolean): Section[] {
  const verdict = file.verdict.toUpperCase();
  const style = file.verdict === 'fail' ? view.paint.bad : view.paint.good;
  const shown = quiet ? unfit.filter(({ fit }) => fit === 'over') : unfit;
  const title = paragraph(view, `${verdict}  `, file.topology).map((line) => {
    return style(view.paint.strong(line.slice(0, verdict.length))) + line.slice(verdict.length);
  });
  return [
    [...title, ...answerList(view, shown)],
    ...findingGroups(findings.fails).map((group) => groupLines(view, group, failingPerRule)),
    ...(quiet || change?.changed !== true ? [] : editsSection(view, change, tellingCauses(change, editsShown))),
    ...(quiet ? [] : restSections(view, findings)),
  ];
}

/** Findings that do not fail: errors and warnings by name, all others counted; with `all` each of them in full. */
function restSections(view: Layout, { open, accepted, unchanged }: GateFile['findings']): Section[] {
  if (view.all) {
    return [
      ...findingGroups(open).map((group) => groupLines(view, group, failingPerRule)),
      ...namedSection(view, 'Accepted', accepted),
      ...namedSection(view, 'There before', unchanged),
    ];
  }
  const ofInterest = open.filter(({ severity }) => severity !== 'info');
  const { shown, folded } = fold(view, ofInterest, openShown);
  const lines = [
    ...shown.flatMap((finding) => titleLines(view, finding)),
    ...foldedLine(view, folded, 'that do not fail'),
    ...countLine(view, open.filter(isOf('info')).length, accepted.length, unchanged.length),
  ];
  return lines.length === 0 ? [] : [lines];
}

const isOf = (wanted: Severity) => (finding: DocumentFinding) => finding.severity === wanted;

function countLine({ paint }: Layout, infos: number, accepted: number, unchanged: number): string[] {
  const parts = [
    infos > 0 && plural(infos, 'info'),
    accepted > 0 && `${accepted} accepted`,
    unchanged > 0 && thereBefore(unchanged),
  ].filter(Boolean);
  return parts.length === 0 ? [] : [paint.faint(`${parts.join(', ')} (--all shows them)`)];
}

function namedSection(view: Layout, title: string, findings: readonly DocumentFinding[]): Section[] {
  if (findings.length === 0) return [];
  const lines = findings.flatMap((finding) => [
    ...titleLines(view, finding),
    ...[finding.message, acceptance(finding) ?? ''].flatMap((text) =>
      text === '' ? [] : paragraph(view, indent, text, view.paint.faint),
    ),
  ]);
  return [[view.paint.faint(`${title}: ${findings.length}`), ...lines]];
}
