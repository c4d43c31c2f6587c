import Table from 'cli-table3';
import { columns, gap } from './width.ts';

/** How a column of a grid is set. */
export type Align = 'left' | 'right';

const borders = ['top', 'bottom', 'left', 'right', 'mid'];
const corners = borders.flatMap((border) => [border, `${border}-mid`, `${border}-left`, `${border}-right`]);
const noLines = { ...Object.fromEntries(corners.map((corner) => [corner, ''])), middle: ' '.repeat(gap) };

/** The table's time grows with the square of its rows; parts of this size keep it linear. */
const rowsOfPart = 24;

/** Lines of a table without borders: the head, then the rows. Cells may hold styles and line breaks. */
export function grid(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  aligns: readonly Align[],
): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, index) => all.reduce((width, row) => Math.max(width, widest(row[index] ?? '')), 0));
  const parts = Array.from({ length: Math.ceil(all.length / rowsOfPart) }, (_, part) =>
    all.slice(part * rowsOfPart, (part + 1) * rowsOfPart),
  );
  return parts.flatMap((part) => lines(part, widths, aligns));
}

function lines(rows: readonly (readonly string[])[], widths: number[], aligns: readonly Align[]): string[] {
  const table = new Table({
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: widths,
    colAligns: [...aligns],
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

const widest = (cell: string) => Math.max(...cell.split('\n').map(columns));
