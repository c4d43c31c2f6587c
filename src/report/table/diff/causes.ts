import type { DiffDocument, DocumentPlaceChange } from '../../../documents/diff/types.ts';
import { visible } from '../../sanitize.ts';
import { named } from '../../sentences/changes.ts';
import { type EffectColumn, effectColumns, tellingColumns } from '../../sentences/effect-columns.ts';
import { type EffectRow, effectRows, interactions, rowName } from '../../sentences/effects.ts';
import { grid } from '../../terminal/grid.ts';
import { columns, gap, shorten } from '../../terminal/width.ts';
import { fold, foldedLine, indent, type Layout, paragraph } from '../view.ts';

const leastName = 24;
const mostLabel = 16;
const mostInteractions = 3;

/** Which edit moved the numbers of a place: a row for each cause that is `telling`, its effect in each number; each column adds up. */
export function causeLines(
  view: Layout,
  place: DocumentPlaceChange,
  diff: DiffDocument,
  telling: readonly number[],
): string[] {
  const all = effectColumns(place);
  if (all.length === 0) return [];
  const tables = view.all ? pages(view, all, telling) : [fitting(view, all, telling)];
  const shown = tables.flat();
  const rest = all.length - shown.length;
  const joint = fold(view, interactions(shown), mostInteractions);
  return [
    ...tables.flatMap((page, index) => [
      ...(index === 0 ? [] : ['']),
      ...causeGrid(view, page, diff, telling).map((line) => indent + line),
    ]),
    ...foldedLine(view, rest, rest === 1 ? 'number that moves' : 'numbers that move'),
    ...joint.shown.flatMap(({ causes, changes }) =>
      paragraph(view, `${indent}together: `, `${named(causes, diff.causes)}, beyond each alone: ${changes.join(', ')}`),
    ),
    ...foldedLine(view, joint.folded, 'edits that act together'),
  ];
}

/** As many of the most telling columns as a line can hold; one at least. */
function fitting(view: Layout, all: readonly EffectColumn[], telling: readonly number[]): EffectColumn[] {
  for (let most = all.length; most > 1; most--) {
    const columns = tellingColumns(all, most);
    if (nameRoom(view, columns, effectRows(columns, telling)) >= leastName) return columns;
  }
  return tellingColumns(all, 1);
}

/** All columns in their order, as many side by side as a line can hold. */
function pages(view: Layout, all: readonly EffectColumn[], telling: readonly number[]): EffectColumn[][] {
  const made: EffectColumn[][] = [];
  for (const column of all) {
    const page = [...(made.at(-1) ?? []), column];
    const fits = nameRoom(view, page, effectRows(page, telling)) >= leastName;
    if (made.length > 0 && fits) made[made.length - 1] = page;
    else made.push([column]);
  }
  return made;
}

function nameRoom(view: Layout, shown: readonly EffectColumn[], rows: readonly EffectRow[]): number {
  const widths = shown.map((column, index) =>
    Math.max(...head(column).split('\n').map(columns), ...rows.map(({ cells }) => columns(cells[index] ?? ''))),
  );
  return view.width - indent.length - widths.reduce((sum, width) => sum + width + gap, 0);
}

function causeGrid(
  view: Layout,
  shown: readonly EffectColumn[],
  diff: DiffDocument,
  telling: readonly number[],
): string[] {
  const rows = effectRows(shown, telling);
  const room = nameRoom(view, shown, rows);
  const { faint, strong } = view.paint;
  const style = ({ kind }: EffectRow) =>
    ({ base: faint, cause: String, others: faint, together: faint, head: strong })[kind];
  return grid(
    ['edit', ...shown.map(head)].map((cell) => cell.split('\n').map(faint).join('\n')),
    rows.map((row) => [shorten(visible(rowName(row, diff)), room), ...row.cells].map(style(row))),
    ['left', ...shown.map(() => 'right' as const)],
  );
}

function head({ label, note }: EffectColumn): string {
  const shown = shorten(visible(label), mostLabel);
  return note === '' ? shown : `${shown}\n${note}`;
}
