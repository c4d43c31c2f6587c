import type { CheckBaseline, CheckDocument } from '../../documents/check/types.ts';
import type { CheckFormatter } from '../check/formatter.ts';
import { markdown, markdownCode } from '../sanitize.ts';
import { gateFiles } from '../sentences/gate-files.ts';
import { staleTitle, totalsText } from '../sentences/totals.ts';
import { capped, details } from './blocks.ts';
import { changedBlocks } from './check/changes.ts';
import { digest } from './check/digest.ts';
import { failingBlock, planBlocks } from './check/files.ts';
import { unjudgedBlocks } from './check/unjudged.ts';
import { type Block, limited } from './limit.ts';

const staleShown = 10;

/**
 * The result of a gate as a comment on a pull request, or the summary of a job: the verdict, what cannot be judged, what
 * changes and what fails in sight, the rest folded. Its first line, a comment in HTML, is the same as long as verdict and
 * numbers are.
 */
export const markdownComment: CheckFormatter = (check, { all, quiet }) => {
  if (quiet && check.verdict === 'pass') return '';
  const files = gateFiles(check);
  const alone = files.length + check.unjudged.length === 1;
  const failing = files.filter(({ file }) => file.verdict === 'fail').map((each) => failingBlock(each, all));
  return limited(title(check), [
    ...unjudgedBlocks(check.unjudged, all),
    ...(quiet ? [] : changedBlocks(check, all)),
    ...(failing.length === 0 ? [] : [{ what: 'heading', text: '#### What fails', urgent: true }, ...failing]),
    ...(quiet ? [] : [...planBlocks(files, all, alone), ...staleBlock(check.baseline, all)]),
  ]);
};

function title(check: CheckDocument): string {
  return `<!-- connbudget ${digest(check)} -->\n### ${verdictOf(check)}\n\n${markdown(totalsText(check))}.`;
}

function verdictOf({ verdict }: CheckDocument): string {
  if (verdict === null) return '⚠️ No verdict on connections';
  return verdict === 'fail' ? '❌ Connections do not pass' : '✅ Connections pass';
}

function staleBlock(baseline: CheckBaseline | null, all: boolean): Block[] {
  if (baseline === null || baseline.stale.length === 0) return [];
  const { path, stale } = baseline;
  const lines = capped(stale, all ? stale.length : staleShown, 'entries', ({ file, rule, on, line }) => [
    `- ${markdownCode(`${path}:${line}`)}: **${markdown(rule)}** on ${markdownCode(on)} in ${markdownCode(file)}`,
  ]);
  const remedy = `Run \`connbudget check\` again with \`--write-baseline\`.`;
  return [
    { what: 'list of stale entries', text: details(staleTitle(stale.length), [...lines, '', remedy].join('\n')) },
  ];
}
