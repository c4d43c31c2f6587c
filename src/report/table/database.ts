import type { DocumentDatabase, DocumentDatabaseScenario } from '../document-types.ts';
import { grid } from '../grid.ts';
import { visible } from '../sanitize.ts';
import { columns, gap, shorten } from '../text.ts';
import { fitOf } from '../words/answers.ts';
import { databaseTitle, deployLine, limitLines, memoryLine } from '../words/database.ts';
import { percent, short } from '../words/figures.ts';
import { bar, scaleOf } from './bar.ts';
import { breakdownColumns, columnWidth } from './columns.ts';
import { fitStyle, foldedLine, indent, paragraph, type Section, signs, type View } from './view.ts';

const scenarioWidth = 24;
const bars = { narrow: 8, wide: 20 };
const percentWidth = 5;
const limitsShown = 5;

/** A database as a table: scenarios down, who opens connections across, the total and its share of usable. */
export function databaseSection(view: View, database: DocumentDatabase): Section {
  const limits = limitLines(database);
  const shown = view.all ? limits : limits.slice(0, limitsShown);
  const notes = [deployLine(database), memoryLine(database), ...shown].filter((line) => line !== null);
  return [
    ...paragraph(view, '', databaseTitle(database), view.paint.strong),
    ...scenarioGrid(view, database).map((line) => indent + line),
    ...notes.flatMap((line) => paragraph(view, indent, line, view.paint.faint)),
    ...foldedLine(view, limits.length - shown.length, 'limits of roles and logical databases'),
  ];
}

function scenarioGrid(view: View, database: DocumentDatabase): string[] {
  const { scenarios, usable } = database;
  const names = scenarios.map(({ name }) => shorten(visible(name), scenarioWidth));
  const totals = scenarios.map(({ connections }) => short(connections));
  const free = scenarios.map(freeText);
  const fixed = [['scenario', ...names], ['total', ...totals], free].map(
    (cells) => Math.max(...cells.map(columns)) + gap,
  );
  const taken = indent.length + columns('✓ ') + fixed.reduce((sum, width) => sum + width, 0);
  const rest = view.width - taken;
  const withBars = usable !== null && usable > 0;
  const across = breakdownColumns(scenarios, rest - (withBars ? bars.narrow + 1 + percentWidth : 0));
  const left = across.reduce((sum, column) => sum - columnWidth(column) - gap, rest) - 1 - percentWidth;
  const barCells = withBars ? barColumn(view, scenarios, Math.min(bars.wide, left)) : scenarios.map(() => '');
  const notes = across.some(({ note }) => note !== '');
  const head = [
    '  scenario',
    ...across.map(({ label, note }) => (notes ? `${label}\n${note}` : label)),
    'total',
    '',
    withBars ? `of ${short(usable)} usable` : '',
  ];
  const rows = scenarios.map((scenario, index) => {
    const style = scenarioStyle(view, scenario);
    return [
      `${style(sign(scenario))} ${names[index]}`,
      ...across.map(({ cells }) => cells[index] ?? ''),
      view.paint.strong(totals[index] ?? ''),
      style(free[index] ?? ''),
      barCells[index] ?? '',
    ];
  });
  return grid(
    head.map((cell) => faintLines(view, cell)),
    rows,
    ['left', ...across.map(() => 'right' as const), 'right', 'right', 'left'],
  );
}

const faintLines = ({ paint }: View, cell: string) => cell.split('\n').map(paint.faint).join('\n');

const sign = (scenario: DocumentDatabaseScenario) => signs[fitOf({ scenarios: [scenario] })];

const scenarioStyle = (view: View, scenario: DocumentDatabaseScenario) =>
  fitStyle(view, fitOf({ scenarios: [scenario] }));

function freeText({ headroom, connections }: DocumentDatabaseScenario): string {
  if (headroom === null) return connections === null ? 'no bound' : 'no limit';
  return headroom < 0 ? `${short(-headroom)} over` : `${short(headroom)} free`;
}

function barColumn(view: View, scenarios: readonly DocumentDatabaseScenario[], width: number): string[] {
  const { paint } = view;
  const scale = scaleOf(scenarios.map(({ utilization }) => utilization));
  return scenarios.map((scenario) => {
    const { within, free, beyond } = bar(scenario.utilization, scale, width);
    const share = scenario.utilization === null ? '' : ` ${shortPercent(scenario.utilization)}`;
    const style = scenarioStyle(view, scenario);
    return style(within) + paint.faint(free) + style(beyond) + share;
  });
}

const shortPercent = (share: number) => (share > 99 ? '>99x' : percent(share));
