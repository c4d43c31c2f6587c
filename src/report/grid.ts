import Table from 'cli-table3';
import { gap } from './text.ts';

/** How a column of a grid is set. */
export type Align = 'left' | 'right';

const borders = ['top', 'bottom', 'left', 'right', 'mid'];
const corners = borders.flatMap((border) => [border, `${border}-mid`, `${border}-left`, `${border}-right`]);
const noLines = { ...Object.fromEntries(corners.map((corner) => [corner, ''])), middle: ' '.repeat(gap) };

/** Lines of a table without borders: the head if there is one, a rule below it, the rows. Cells may hold styles and line breaks. */
export function grid(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  aligns: readonly Align[],
): string[] {
  const table = new Table({
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: [...aligns],
  });
  table.push(...[head, ...rows].filter((row) => row.length > 0).map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}
