import type { DocumentPlaceChange, DocumentScenarioChange } from '../../diff-types.ts';
import { type Align, grid } from '../../grid.ts';
import { visible } from '../../sanitize.ts';
import { fitStyle, foldedLine, indent, signs, type View } from '../../table/view.ts';
import { columns, gap, shorten } from '../../text.ts';
import { changedScenarios, fitAfter, fromTo, outcome, room, scenarioRank, signed } from '../../words/changes.ts';
import { plural, short } from '../../words/figures.ts';

/** A column beside the names of the scenarios. */
interface Column {
  readonly head: string;
  readonly align: Align;
  readonly cell: (scenario: DocumentScenarioChange, status: DocumentPlaceChange['status']) => string;
  readonly style?: (view: View, scenario: DocumentScenarioChange) => (text: string) => string;
}

const before: Column = {
  head: 'before',
  align: 'right',
  cell: ({ base }, status) => (status === 'added' ? '' : short(base)),
};
const after: Column = {
  head: 'after',
  align: 'right',
  cell: ({ head }, status) => (status === 'removed' ? '' : short(head)),
  style: ({ paint }) => paint.strong,
};
const change: Column = {
  head: 'change',
  align: 'right',
  cell: ({ base, head }) => (base === null || head === null ? '' : signed(head - base)),
};
const limit: Column = {
  head: 'limit',
  align: 'right',
  cell: ({ base_limit, head_limit }, status) => {
    if (status === 'removed') return short(base_limit);
    return status === 'added' ? short(head_limit) : fromTo(base_limit, head_limit);
  },
};
const remaining = (text: Column['cell']): Column => ({
  head: '',
  align: 'left',
  cell: (scenario, status) => (status === 'removed' ? '' : text(scenario, status)),
  style: (view, scenario) => fitStyle(view, fitAfter(scenario)),
});
const turned = remaining(outcome);
const left = remaining(({ head, head_limit }) => room(head, head_limit));

/** From the most to the least that a line can hold. */
const layouts = [
  [before, after, change, limit, turned],
  [before, after, limit, turned],
  [before, after, limit, left],
  [before, after, left],
];
const leastName = 12;
const mostName = 24;
const shown = 8;

/** The scenarios of a place that changed: before, after, limit and how it is then; of many those that matter most. */
export function scenarioLines(view: View, place: DocumentPlaceChange): string[] {
  const changed = changedScenarios(place);
  const telling = view.all ? place.scenarios : tellingScenarios(changed);
  if (telling.length === 0) return [];
  const same = place.scenarios.length - changed.length;
  return [
    ...scenarioGrid(view, place, telling).map((line) => indent + line),
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

function scenarioGrid(
  view: View,
  { status }: DocumentPlaceChange,
  scenarios: readonly DocumentScenarioChange[],
): string[] {
  const names = scenarios.map(({ name }) => shorten(visible(name), mostName));
  const widthOf = ({ head, cell }: Column) =>
    Math.max(columns(head), ...scenarios.map((each) => columns(cell(each, status)))) + gap;
  const roomIn = (layout: readonly Column[]) =>
    view.width - columns(`${indent}✓ `) - layout.reduce((sum, column) => sum + widthOf(column), 0);
  const wanted = Math.max(leastName, ...names.map(columns));
  const layout = layouts.find((each) => roomIn(each) >= wanted) ?? layouts.at(-1) ?? [];
  const nameWidth = Math.max(leastName, roomIn(layout));
  const rows = scenarios.map((scenario, index) => {
    const state = fitAfter(scenario);
    const sign = status === 'removed' ? ' ' : fitStyle(view, state)(signs[state]);
    return [
      `${sign} ${shorten(names[index] ?? '', nameWidth)}`,
      ...layout.map(({ cell, style }) => (style?.(view, scenario) ?? String)(cell(scenario, status))),
    ];
  });
  return grid(['  scenario', ...layout.map(({ head }) => head)].map(view.paint.faint), rows, [
    'left',
    ...layout.map(({ align }) => align),
  ]);
}
