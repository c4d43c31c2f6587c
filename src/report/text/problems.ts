import type { Location, Problem } from '../../findings/types.ts';
import { visible } from '../sanitize.ts';
import { type Paint, paint } from '../terminal/paint.ts';
import { columns, hang } from '../terminal/width.ts';

/** `sources`: the texts of the files by path, where they are at hand; a problem of another file has no snippet. */
export interface ProblemOptions {
  readonly color: boolean;
  /** Columns that hints are wrapped to; 80 unless given. */
  readonly width?: number;
  readonly sources?: ReadonlyMap<string, string>;
}

const indent = '  ';
const snippetWidth = 72;
const before = 40;

/** Every problem as `path:line:column: message`, the hint below it, and the line with a caret. Ends with a line break. */
export function renderProblems(problems: readonly Problem[], { color, width = 80, sources }: ProblemOptions): string {
  const style = paint(color);
  const files = new Map([...(sources ?? [])].map(([path, text]) => [path, text.split(/\r\n|\r|\n/)]));
  const rendered = problems.map(({ location, message, hint }) => {
    const line = files.get(location.path)?.[location.line - 1];
    return [
      `${style.strong(`${place(location)}:`)} ${style.bad(visible(message))}\n`,
      hint === null ? '' : `${hang(indent, visible(hint), width).join('\n')}\n`,
      line === undefined ? '' : snippet(line, location, style),
    ].join('');
  });
  return rendered.join(sources === undefined ? '' : '\n');
}

const place = ({ path, line, column }: Location): string => `${visible(path)}:${line}:${column}`;

function snippet(line: string, { line: number, column }: Location, style: Paint): string {
  const start = Math.max(0, column - 1 - before);
  const lead = start > 0 ? '…' : '';
  const end = start + snippetWidth;
  const shown = (from: number, to: number) => visible(line.slice(from, to).replaceAll('\t', ' '));
  const gutter = String(number);
  const caret = ' '.repeat(columns(lead + shown(start, column - 1)));
  return [
    `  ${style.faint(`${gutter} |`)} ${lead}${shown(start, end)}${end < line.length ? '…' : ''}\n`,
    `  ${style.faint(`${' '.repeat(gutter.length)} |`)} ${caret}${style.bad('^')}\n`,
  ].join('');
}
