import type { DocumentPlaceChange, DocumentScenarioChange } from '../../../documents/diff/types.ts';
import { plural, short } from '../../../words/figures.ts';
import { visible } from '../../sanitize.ts';
import { signed } from '../../sentences/changes.ts';
import {
  anyProbable,
  changedScenarios,
  fitAfter,
  limitChange,
  outcome,
  probabilityChange,
  probabilityNote,
  room,
  scenarioRank,
} from '../../sentences/scenario-changes.ts';
import { type Align, grid } from '../../terminal/grid.ts';
import { columns, gap, shorten } from '../../terminal/width.ts';
import { fitStyle, foldedLine, indent, type Layout, paragraph, signs } from '../view.ts';

/** A column beside the names of the scenarios. */
interface ChangeColumn {
  readonly head: string;
  readonly align: Align;
  readonly cell: (scenario: DocumentScenarioChange, status: DocumentPlaceChange['status']) => string;
  readonly style?: (view: Layout, scenario: DocumentScenarioChange) => (text: string) => string;
}

const before: ChangeColumn = {
  head: 'before',
  align: 'right',
  cell: ({ base }, status) => (status === 'added' ? '' : short(base)),
};
const after: ChangeColumn = {
  head: 'after',
  align: 'right',
  cell: ({ head }, status) => (status === 'removed' ? '' : short(head)),
  style: ({ paint }) => paint.strong,
};
const change: ChangeColumn = {
  head: 'change',
  align: 'right',
  cell: ({ base, head }) => (base === null || head === null ? '' : signed(head - base)),
};
const limit: ChangeColumn = { head: 'limit', align: 'right', cell: limitChange };
const probability: ChangeColumn = { head: 'probability', align: 'right', cell: probabilityChange };
const remaining = (text: ChangeColumn['cell']): ChangeColumn => ({
  head: '',
  align: 'left',
  cell: (scenario, status) => (status === 'removed' ? '' : text(scenario, status)),
  style: (view, scenario) => fitStyle(view, fitAfter(scenario)),
});
const turned = remaining(outcome);
const left = remaining(room);

/** From the most to the least that a line can hold. */
const layouts = [
  [before, after, change, limit, probability, turned],
  [before, after, limit, probability, turned],
  [before, after, limit, probability, left],
  [before, after, probability, left],
  [before, after, left],
];
const leastName = 12;
const mostName = 24;
const shown = 8;

/** The scenarios of a place that changed: before, after, limit and how it is then; of many those that matter most. */
export function scenarioLines(view: Layout, place: DocumentPlaceChange): string[] {
  const changed = changedScenarios(place);
  const telling = view.all ? place.scenarios : tellingScenarios(changed);
  if (telling.length === 0) return [];
  const same = place.scenarios.length - changed.length;
  const layout = layoutFor(view, place, telling);
  return [
    ...scenarioGrid(view, place, telling, layout).map((line) => indent + line),
    ...(layout.includes(probability) ? paragraph(view, indent, probabilityNote, view.paint.faint) : []),
    ...foldedLine(view, changed.length - telling.length, 'scenarios that change'),
    ...(same === 0 || view.all
      ? []
      : [indent + view.paint.faint(`${plural(same, 'scenario')} ${same === 1 ? 'stays' : 'stay'} the same`)]),
  ];
}

/** Those that matter first, then those that change the most; in their order. */
function tellingScenarios(changed: readonly DocumentScenarioChange[]): readonly DocumentScenarioChange[] {
  if (changed.length <= shown + 1) return changed;
  const size = ({ base, head }: DocumentScenarioChange) =>
    base === null || head === null ? Number.MAX_VALUE : Math.abs(head - base);
  const kept = [...changed].sort((a, b) => scenarioRank(a) - scenarioRank(b) || size(b) - size(a)).slice(0, shown);
  return changed.filter((scenario) => kept.includes(scenario));
}

/** The most that a line can hold beside the names. */
function layoutFor(
  view: Layout,
  { status }: DocumentPlaceChange,
  scenarios: readonly DocumentScenarioChange[],
): readonly ChangeColumn[] {
  const shows = anyProbable(scenarios);
  const possible = layouts.map((layout) => layout.filter((column) => shows || column !== probability));
  const wanted = Math.max(leastName, ...scenarios.map(({ name }) => columns(shownName(name))));
  return possible.find((layout) => nameRoom(view, status, scenarios, layout) >= wanted) ?? possible.at(-1) ?? [];
}

function nameRoom(
  view: Layout,
  status: DocumentPlaceChange['status'],
  scenarios: readonly DocumentScenarioChange[],
  layout: readonly ChangeColumn[],
): number {
  const widthOf = ({ head, cell }: ChangeColumn) =>
    Math.max(columns(head), ...scenarios.map((each) => columns(cell(each, status)))) + gap;
  return view.width - columns(`${indent}✓ `) - layout.reduce((sum, column) => sum + widthOf(column), 0);
}

const shownName = (name: string) => shorten(visible(name), mostName);

function scenarioGrid(
  view: Layout,
  { status }: DocumentPlaceChange,
  scenarios: readonly DocumentScenarioChange[],
  layout: readonly ChangeColumn[],
): string[] {
  const nameWidth = Math.max(leastName, nameRoom(view, status, scenarios, layout));
  const rows = scenarios.map((scenario) => {
    const state = fitAfter(scenario);
    const sign = status === 'removed' ? ' ' : fitStyle(view, state)(signs[state]);
    return [
      `${sign} ${shorten(shownName(scenario.name), nameWidth)}`,
      ...layout.map(({ cell, style }) => (style?.(view, scenario) ?? String)(cell(scenario, status))),
    ];
  });
  return grid(['  scenario', ...layout.map(({ head }) => head)].map(view.paint.faint), rows, [
    'left',
    ...layout.map(({ align }) => align),
  ]);
}
