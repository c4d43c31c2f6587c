import type { DiffDocument } from '../../documents/diff/types.ts';
import type { DocumentFinding } from '../../documents/plan/types.ts';
import type { DiffFormatter } from '../diff/formatter.ts';
import { markdown, markdownCode } from '../sanitize.ts';
import { acceptedNote, changeSentence, changeTally } from '../sentences/changes.ts';
import { capped, details } from './blocks.ts';
import { changeBlocks } from './diff/change.ts';
import { stillLines } from './diff/edits.ts';
import { findingsBlock, titleItem } from './findings.ts';
import { type Block, limited } from './limit.ts';

const titlesShown = 10;

/** What a change does, as a comment: verdicts, numbers and the edits that move them in sight; never more than a comment holds. */
export const markdownComment: DiffFormatter = (diff, { all }) => {
  const block =
    (what: string) =>
    (text: string): Block => ({ what, text });
  return limited(title(diff), [
    { what: 'name of the files', text: compared(diff) },
    ...(diff.changed ? [{ what: 'sentence', text: markdown(changeSentence(diff)) }] : []),
    ...changeBlocks(diff, all),
    ...stillLines(diff, all).map(block('list of edits')),
    ...findingBlocks(diff, all).map(block('list of findings')),
  ]);
};

function title({ verdict, changed }: DiffDocument): string {
  const icon = verdict.head === 'fail' ? '❌' : '✅';
  const verdicts = `${verdict.base ?? 'new'} → ${verdict.head}`;
  return changed
    ? `### ${icon} Connections: ${verdicts}`
    : `### No change to any connection budget.\n\n${icon} ${verdicts}`;
}

function compared({ base, head }: DiffDocument): string {
  return base === null ? `${markdownCode(head)}, a new file` : `${markdownCode(base)} → ${markdownCode(head)}`;
}

/** New, worse and fixed findings in sight; unchanged ones are counted, with `all` folded. */
function findingBlocks({ findings }: DiffDocument, all: boolean): string[] {
  const tally = changeTally(findings);
  if (tally === '') return [];
  return [
    `**Findings: ${tally}**`,
    ...inFull('New', findings.new, all),
    ...inFull('Worse', findings.worse, all),
    ...(findings.fixed.length === 0 ? [] : [`Fixed:\n\n${byName(findings.fixed, all)}`]),
    ...(all && findings.unchanged.length > 0 ? [details('Unchanged', byName(findings.unchanged, all))] : []),
  ];
}

function inFull(title: string, findings: readonly DocumentFinding[], all: boolean): string[] {
  if (findings.length === 0) return [];
  return [[`${title}${acceptedNote(findings)}:`, ...findingsBlock(findings, all)].join('\n\n')];
}

function byName(findings: readonly DocumentFinding[], all: boolean): string {
  const most = all ? findings.length : titlesShown;
  return capped(findings, most, 'findings', (finding) => [titleItem(finding)]).join('\n');
}
