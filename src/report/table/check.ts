import type { CheckDocument } from '../../documents/check/types.ts';
import { plural } from '../../words/figures.ts';
import type { CheckFormatter } from '../check/formatter.ts';
import { type GateFile, gateFiles, restText } from '../sentences/gate-files.ts';
import { totalsText, verdictText } from '../sentences/totals.ts';
import { fileSections } from './check/file.ts';
import { staleSection } from './check/stale.ts';
import { unjudgedSection } from './check/unjudged.ts';
import { joined, type Layout, paragraph, viewOf } from './view.ts';

/** The log of a gate: each file that there is something to say about, and the verdict with its totals as the last line. */
export const table: CheckFormatter = (check, options) => {
  const { quiet } = options;
  if (quiet && check.verdict === 'pass') return '';
  const view = viewOf(options);
  const files = gateFiles(check);
  const shown = files.filter((each) => (quiet ? each.file.verdict === 'fail' : view.all || each.telling));
  return `${joined([
    ...shown.flatMap((each) => fileSections(view, each, quiet)),
    ...(quiet ? [] : staleSection(view, check.baseline)),
    ...unjudgedSection(view, check.unjudged),
    [...(quiet ? [] : restLines(view, check, files, shown)), ...verdictLines(view, check)],
  ])}\n`;
};

/** What is said by its number alone: files without anything to say, and what a change does to numbers. */
function restLines(
  view: Layout,
  check: CheckDocument,
  files: readonly GateFile[],
  shown: readonly GateFile[],
): string[] {
  const rest = files.filter((each) => !shown.includes(each));
  const several = rest.length > 0 && files.length > 1;
  return [
    ...(several ? paragraph(view, '', restText(rest, shown.length === 0), view.paint.faint) : []),
    ...changeLines(view, check),
  ];
}

function changeLines(view: Layout, { changes, base }: CheckDocument): string[] {
  if (changes === null) return [];
  const changed = changes.filter((diff) => diff.changed).length;
  const since = base === null ? '' : ` since ${base}`;
  if (changed === 0) return paragraph(view, '', `no change to any connection budget${since}`);
  const what = `the numbers of ${plural(changed, 'file')} change${since}; connbudget diff shows which edit does what`;
  return paragraph(view, '', what, view.paint.faint);
}

function verdictLines(view: Layout, check: CheckDocument): string[] {
  const { verdict } = check;
  const sign = `${verdictText(verdict)}  `;
  const style = verdict === 'pass' ? view.paint.good : view.paint.bad;
  const text = verdict === null ? `${totalsText(check)}, standard error says why` : totalsText(check);
  return paragraph(view, sign, text).map((line) => line.replace(sign, style(view.paint.strong(sign))));
}
