import type { Document } from '../../documents/plan/types.ts';
import { verdict } from '../../findings/verdict.ts';
import type { Formatter } from '../formatter.ts';
import { markdown, markdownCode } from '../sanitize.ts';
import { answers, headline } from '../sentences/answers.ts';
import { assumptionsBlock, recommendationsBlock, spareBlock, waysOutBlocks } from './advice.ts';
import { answerList } from './answers.ts';
import { findingsBlock, notesBlock } from './findings.ts';
import { databaseBlocks, poolerBlocks } from './places.ts';

/** Plans as comments on a pull request: the verdict and what fails in sight, the figures folded. */
export const markdownComment: Formatter = (documents, { all }) =>
  documents.map((document) => `${blocks(document, all).join('\n\n')}\n`).join('\n---\n\n');

function blocks(document: Document, all: boolean): string[] {
  const { topology, findings, policy } = document;
  const fails = (each: Document['findings'][number]) => verdict([each], policy.fail_on) === 'fail';
  return [
    `### ${document.verdict === 'fail' ? '❌ Connections do not pass' : '✅ Connections pass'}: ${markdownCode(topology)}`,
    markdown(headline(document)),
    answerList(answers(document), all),
    ...findingsBlock(findings.filter(fails), all),
    ...waysOutBlocks(document, all),
    ...databaseBlocks(document, all),
    ...poolerBlocks(document, all),
    ...recommendationsBlock(document, all),
    ...notesBlock(
      findings.filter((each) => !fails(each)),
      all,
    ),
    ...spareBlock(document, all),
    ...assumptionsBlock(document, all),
  ];
}
