import type { DiffDocument, DocumentPlaceChange } from '../../documents/diff/types.ts';
import type { DiffFormatter } from '../diff/formatter.ts';
import { changedPlaces, changeSentence, placeTitle } from '../sentences/changes.ts';
import { tellingCauses } from '../sentences/effects.ts';
import { causeLines } from './diff/causes.ts';
import { editsSection } from './diff/edits.ts';
import { changedFindings } from './diff/findings.ts';
import { scenarioLines } from './diff/scenarios.ts';
import { fold, foldedLine, joined, type Layout, paragraph, type Section, viewOf } from './view.ts';

const placesShown = 5;
const causesShown = 8;

/** What a change does, for a terminal: the verdicts first, then every number that moved and the edits that moved it. */
export const table: DiffFormatter = (diff, options) => {
  const view = viewOf(options);
  const telling = tellingCauses(diff, view.all ? diff.causes.length : causesShown);
  const places = fold(view, changedPlaces(diff), placesShown);
  return `${joined([
    answer(view, diff),
    ...places.shown.flatMap((place) => placeSections(view, place, diff, telling)),
    ...[foldedLine(view, places.folded, 'databases and poolers that change')].filter((lines) => lines.length > 0),
    ...editsSection(view, diff, telling),
    ...changedFindings(view, diff),
  ])}\n`;
};

/** Verdict before and after with what changes; what was compared. */
function answer(view: Layout, diff: DiffDocument): Section {
  const { base, head, verdict, changed } = diff;
  const sign = `${verdict.base === null ? 'new' : verdict.base.toUpperCase()} -> ${verdict.head.toUpperCase()}`;
  const style = verdict.head === 'fail' ? view.paint.bad : view.paint.good;
  const styled = (line: string) => line.replace(sign, style(view.paint.strong(sign)));
  const files = paragraph(view, '', base === null ? `${head}, a new file` : `${base} -> ${head}`, view.paint.faint);
  if (!changed) return [view.paint.strong('No change to any connection budget.'), styled(sign), ...files];
  return [...paragraph(view, `${sign}  `, changeSentence(diff)).map(styled), ...files];
}

function placeSections(
  view: Layout,
  place: DocumentPlaceChange,
  diff: DiffDocument,
  telling: readonly number[],
): Section[] {
  const title = paragraph(view, '', placeTitle(place), view.paint.strong);
  const scenarios = scenarioLines(view, place);
  const causes = causeLines(view, place, diff, telling);
  if (scenarios.length === 0 || causes.length === 0) return [[...title, ...scenarios, ...causes]];
  return [[...title, ...scenarios], causes];
}
