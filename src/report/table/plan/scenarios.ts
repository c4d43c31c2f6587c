import type { DocumentDatabase, DocumentDatabaseScenario } from '../../../documents/plan/types.ts';
import { short } from '../../../words/figures.ts';
import { percent } from '../../../words/units.ts';
import { visible } from '../../sanitize.ts';
import { fitOf } from '../../sentences/answers.ts';
import { breakdownColumns, columnWidth, type ScenarioColumn } from '../../sentences/scenario-columns.ts';
import { grid } from '../../terminal/grid.ts';
import { columns, gap, shorten } from '../../terminal/width.ts';
import { fitStyle, indent, type Layout, signs } from '../view.ts';
import { bar, scaleOf } from './bar.ts';

const nameWidth = 20;
const barWidth = { least: 6, most: 20 };
const percentWidth = 6;

/** Scenarios down, who opens connections across; the total, what is left of usable, and its share as a bar. */
export function scenarioGrid(view: Layout, { scenarios, usable }: DocumentDatabase): string[] {
  const names = scenarios.map(({ name }) => shorten(visible(name), nameWidth));
  const totals = scenarios.map(({ connections }) => short(connections));
  const left = scenarios.map(leftText);
  const fixed = [['scenario', ...names], ['total', ...totals], left].map(widest);
  const room = view.width - columns(`${indent}✓ `) - sum(fixed.map((width) => width + gap));
  const shareHead = usable === null || usable <= 0 ? '' : `of ${short(usable)} usable`;
  const leastShare = shareHead === '' ? 0 : Math.max(columns(shareHead), barWidth.least + percentWidth + 1);
  const across = breakdownColumns(scenarios, room - leastShare);
  const shareWidth = room - sum(across.map((column) => columnWidth(column) + gap));
  const shared = leastShare > 0 && shareWidth >= leastShare;
  const shares = shared ? shareCells(view, scenarios, shareWidth - percentWidth - 1) : [];

  const rows = scenarios.map((scenario, index) => {
    const state = fitOf({ scenarios: [scenario] });
    const style = fitStyle(view, state);
    return [
      `${style(signs[state])} ${names[index]}`,
      ...across.map(({ cells }) => cells[index] ?? ''),
      view.paint.strong(totals[index] ?? ''),
      style(left[index] ?? ''),
      shares[index] ?? '',
    ];
  });
  const head = ['  scenario', ...labels(across), 'total', '', shared ? shareHead : ''];
  return grid(
    head.map((cell) => cell.split('\n').map(view.paint.faint).join('\n')),
    rows,
    ['left', ...across.map(() => 'right' as const), 'right', 'right', 'left'],
  );
}

function labels(across: readonly ScenarioColumn[]): string[] {
  const noted = across.some(({ note }) => note !== '');
  return across.map(({ label, note }) => (noted ? `${label}\n${note}` : label));
}

function leftText({ headroom, connections }: DocumentDatabaseScenario): string {
  if (headroom === null) return connections === null ? 'no bound' : 'no limit';
  return headroom < 0 ? `${short(-headroom)} over` : `${short(headroom)} free`;
}

/** Each scenario's share as a bar of at most `width` columns, and in percent. */
function shareCells(view: Layout, scenarios: readonly DocumentDatabaseScenario[], width: number): string[] {
  const scale = scaleOf(scenarios.map(({ utilization }) => utilization));
  return scenarios.map((scenario) => {
    const { within, free, beyond } = bar(scenario.utilization, scale, Math.min(barWidth.most, width));
    const share = scenario.utilization === null ? '' : percent(scenario.utilization);
    const style = fitStyle(view, fitOf({ scenarios: [scenario] }));
    return `${style(within)}${view.paint.faint(free)}${style(beyond)} ${share}`;
  });
}

const widest = (cells: readonly string[]) => Math.max(...cells.map(columns));

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
