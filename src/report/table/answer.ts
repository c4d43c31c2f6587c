import type { Document } from '../../documents/plan/types.ts';
import { visible } from '../sanitize.ts';
import { type Answer, answers, type Fit, headline } from '../sentences/answers.ts';
import { columns, hang, pad, shorten } from '../terminal/width.ts';
import { fitStyle, fold, foldedLine, indent, type Layout, paragraph, type Section, signs } from './view.ts';

const nameWidth = 24;
const shownOf: Readonly<Record<Fit, number>> = { over: 20, slow: 10, fits: 10 };
const rest: Readonly<Record<Fit, string>> = {
  over: 'do not fit',
  slow: 'fit unless old nodes drain slowly',
  fits: 'fit',
};

/** The verdict, then one line a database: fits or not, by how much, in which scenario. */
export function answerSection(view: Layout, document: Document): Section {
  const { paint } = view;
  const fails = document.verdict === 'fail';
  const style = fails ? paint.bad : paint.good;
  const sign = `${fails ? 'FAIL' : 'PASS'}  `;
  return [
    ...paragraph(view, sign, headline(document)).map((line) => line.replace(sign, style(paint.strong(sign)))),
    '',
    ...answerList(view, answers(document)),
  ];
}

/** One line an answer; of many alike the first. */
export function answerList(view: Layout, given: readonly Answer[]): Section {
  const groups = (['over', 'slow', 'fits'] as const).map((fit) => {
    const alike = given.filter((answer) => answer.fit === fit);
    return { fit, ...fold(view, alike, shownOf[fit]) };
  });
  const width = Math.min(nameWidth, groups.flatMap(({ shown }) => shown).reduce(widest, 0));
  return groups.flatMap(({ fit, shown, folded }) => [
    ...shown.flatMap((answer) => answerLines(view, answer, width)),
    ...foldedLine(view, folded, rest[fit]),
  ]);
}

const widest = (width: number, { name }: Answer) => Math.max(width, columns(visible(name)));

function answerLines(view: Layout, { fit, name, text }: Answer, width: number): string[] {
  const shownName = pad(shorten(visible(name), width), width);
  const first = `${indent}${signs[fit]} ${shownName}  `;
  const [line = '', ...more] = hang(first, visible(text), view.width);
  const style = fitStyle(view, fit);
  const colored = `${indent}${style(signs[fit])} ${view.paint.strong(shownName)}  ${line.slice(first.length)}`;
  return [colored, ...more];
}
