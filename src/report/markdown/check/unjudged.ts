import type { FileProblem, UnjudgedFile } from '../../../documents/check/types.ts';
import { place } from '../../../words/figures.ts';
import { markdown, markdownCode } from '../../sanitize.ts';
import { problemLines } from '../../sentences/gate.ts';
import { capped } from '../blocks.ts';
import type { Block } from '../limit.ts';

const problemsShown = 10;

/** What keeps files from being judged, in sight: every file with its mistakes at their places. */
export function unjudgedBlocks(unjudged: readonly UnjudgedFile[], all: boolean): Block[] {
  if (unjudged.length === 0) return [];
  const blocks = unjudged.map(({ path, problems }) => {
    const lines = capped(problems, all ? problems.length : problemsShown, 'mistakes', (problem) => [item(problem)]);
    return {
      what: 'unjudged file',
      text: [`**${markdownCode(path)}**`, lines.join('\n')].join('\n\n'),
      urgent: true,
    };
  });
  return [{ what: 'heading', text: '#### What cannot be judged', urgent: true }, ...blocks];
}

function item(problem: FileProblem): string {
  const [what = '', ...more] = problemLines(problem).map(markdown);
  const at = problem.location === null ? '' : `${markdownCode(place(problem.location))}: `;
  return [`- ${at}${what}`, ...more.map((line) => `<br>${line}`)].join('\n  ');
}
