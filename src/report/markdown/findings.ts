import type { DocumentFinding } from '../../documents/plan/types.ts';
import { place, plural } from '../../words/figures.ts';
import { markdown, markdownCode } from '../sanitize.ts';
import { findingGroups, worsening } from '../sentences/findings.ts';
import { acceptance } from '../sentences/gate.ts';
import { capped, details } from './blocks.ts';

const perRule = { error: 3, warning: 3, info: 1 };
const acceptedShown = 10;

/** Open findings in sight. */
export function findingsBlock(findings: readonly DocumentFinding[], all: boolean): string[] {
  const list = listOf(findings, all);
  return list === '' ? [] : [list];
}

/** Findings that do not fail the verdict, folded. */
export function notesBlock(findings: readonly DocumentFinding[], all: boolean): string[] {
  if (findings.length === 0) return [];
  const accepted = findings.filter((finding) => finding.accepted);
  const lines = capped(accepted, all ? accepted.length : acceptedShown, 'accepted', (finding) => [
    `- **${markdown(finding.rule)}** ${markdown(finding.message)} (${markdown(acceptance(finding) ?? '')})`,
  ]);
  const body = [listOf(findings, all), lines.join('\n')].filter((part) => part !== '').join('\n');
  return [
    details(`${plural(findings.length, 'finding')} that ${findings.length === 1 ? 'does' : 'do'} not fail`, body),
  ];
}

function listOf(findings: readonly DocumentFinding[], all: boolean): string {
  const groups = findingGroups(findings);
  return groups
    .flatMap(({ rule, severity, findings }) =>
      capped(findings, all ? findings.length : perRule[severity], `of **${markdown(rule)}**`, (finding) => [
        item(finding),
      ]),
    )
    .join('\n');
}

function item(finding: DocumentFinding): string {
  const { message, why, remedy } = finding;
  const worse = worsening(finding);
  const lines = [`${titleItem(finding)}: ${markdown(message)}`];
  if (worse !== '') lines.push(`<br>Worse: ${markdown(worse)}`);
  if (why !== '') lines.push(`<br>Why: ${markdown(why)}`);
  if (remedy !== '') lines.push(`<br>Do: ${markdown(remedy)}`);
  return lines.join('\n  ');
}

/** Severity, rule and place as an item of a list. */
export function titleItem({ severity, rule, on, location }: DocumentFinding): string {
  return `- ${severity} **${markdown(rule)}** at ${markdownCode(location === null ? on : place(location))}`;
}
