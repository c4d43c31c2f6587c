import type { CheckDocument, CheckTotals } from '../../documents/check/types.ts';
import { noun, plural, tally } from '../../words/figures.ts';

/** What a log calls the verdict. */
export const verdictText = (verdict: CheckDocument['verdict']): string => verdict?.toUpperCase() ?? 'NO VERDICT';

/** What a gate adds up to: `3 files, 5 databases: 2 errors, 4 accepted; 2 were there before; 1 file cannot be judged`. */
export function totalsText({ totals, unjudged }: Pick<CheckDocument, 'totals' | 'unjudged'>): string {
  return [
    ...(totals.files === 0 ? [] : [judgedText(totals)]),
    ...(unjudged.length === 0 ? [] : [`${plural(unjudged.length, 'file')} cannot be judged`]),
  ].join('; ');
}

function judgedText(totals: CheckTotals): string {
  const { files, databases, unchanged } = totals;
  const before = unchanged === 0 ? '' : `; ${thereBefore(unchanged)}`;
  return `${plural(files, 'file')}, ${plural(databases, 'database')}: ${tally(totals)}${before}`;
}

/** `12 were there before`. */
export const thereBefore = (count: number): string => `${count} ${noun(count, 'was', 'were')} there before`;

/** `2 entries of the baseline match no finding any more`. */
export const staleTitle = (count: number): string =>
  `${plural(count, 'entry', 'entries')} of the baseline ${noun(count, 'matches', 'match')} no finding any more`;
