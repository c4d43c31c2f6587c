import { amount } from '../../../words/figures.ts';
import type { FormatOptions } from '../../formatter.ts';
import { visible } from '../../sanitize.ts';
import { type Paint, paint } from '../../terminal/paint.ts';
import { columns, pad, shorten, wrap } from '../../terminal/width.ts';
import { placeOf } from './place.ts';
import type { Explanation, Piece, StatedNumber, Statement } from './statement.ts';

const narrowest = 60;
const deepest = 12;
const widestName = 28;

/** Text and the style of its letters. */
interface Span {
  readonly text: string;
  readonly style: keyof Paint | null;
}

/** An explanation on a terminal: the total, and below every number what it rests on. Ends with a line break. */
export function renderExplanation(
  { title, statements }: Explanation,
  { color, width }: Pick<FormatOptions, 'color' | 'width'>,
): string {
  const look = { style: paint(color), width: Math.max(narrowest, width) };
  const heading = paragraph(
    look,
    '',
    spansOf(title).map(({ text }) => ({ text, style: 'strong' })),
  );
  const blocks = statements.flatMap((statement, index) => [
    ...(isListed(statement, statements[index - 1]) ? [] : ['']),
    ...lines(look, statements, index, 2),
  ]);
  return `${[...heading, ...blocks].join('\n')}\n`;
}

/** Short addends, and short sentences, stand below each other without an empty line. */
const isListed = (one: Statement, before: Statement | undefined): boolean =>
  before !== undefined &&
  one.because.length + before.because.length === 0 &&
  (one.addend === undefined) === (before.addend === undefined);

interface RenderContext {
  readonly style: Paint;
  readonly width: number;
}

/** The lines of one of several statements that stand side by side, and below it those of its reasons. */
function lines(look: RenderContext, siblings: readonly Statement[], index: number, indent: number): string[] {
  const { addend, says, because } = siblings[index] as Statement;
  const addends = siblings.flatMap((sibling) => (sibling.addend ? [sibling.addend] : []));
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => columns(text)));
  const margin = ' '.repeat(indent);
  const below = because.flatMap((_, at) => lines(look, because, at, Math.min(deepest, indent + 2)));
  if (addend === undefined) return [...paragraph(look, margin, spansOf(says)), ...below];
  const nameOf = ({ name }: { readonly name: string }) => shorten(visible(name), widestName);
  const name = pad(nameOf(addend), widest(addends.map(nameOf)));
  const opened = pad(amount(addend.amount), widest(addends.map((each) => amount(each.amount))), 'right');
  const head: Span[] = [
    { text: name, style: 'name' },
    { text: '  ', style: null },
    { text: opened, style: 'strong' },
  ];
  const rest = says.length === 0 ? [] : [{ text: ' ', style: null }, ...spansOf(says)];
  return [
    ...paragraph(look, margin, [...head, ...rest], margin.length + columns(name) + columns(opened) + 5),
    ...below,
  ];
}

/** Spans as lines behind a margin, later lines behind `hanging` spaces. Wrapped as plain text, then painted. */
function paragraph(
  { style, width }: RenderContext,
  margin: string,
  spans: readonly Span[],
  hanging = margin.length + 2,
): string[] {
  const text = spans.map((span) => span.text).join('');
  const first = wrap(text, width - margin.length)[0] as string;
  const rest = text.slice(first.length).trimStart();
  const more = rest === '' ? [] : wrap(rest, width - hanging);
  let at = 0;
  return [first, ...more].map((line, index) => {
    const start = text.indexOf(line, at);
    at = start + line.length;
    return ((index === 0 ? margin : ' '.repeat(hanging)) + painted(spans, start, at, style)).replaceAll(glue, ' ');
  });
}

/** The letters from `start` to `end` of some spans, in their styles. */
function painted(spans: readonly Span[], start: number, end: number, paint: Paint): string {
  let offset = 0;
  return spans
    .map(({ text, style }) => {
      const part = text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
      offset += text.length;
      return style === null || part === '' ? part : paint[style](part);
    })
    .join('');
}

const spansOf = (pieces: readonly Piece[]): Span[] => pieces.flatMap(spans);

function spans(piece: Piece): Span[] {
  if (typeof piece === 'string') return [{ text: visible(piece), style: null }];
  if (!('value' in piece)) return [{ text: `(${visible(placeOf(piece.from))})`, style: 'faint' }];
  const number: Span = { text: visible(figure(piece)), style: null };
  if (piece.from === undefined) return [glued(number)];
  const place: Span = { text: ` (${visible(placeOf(piece.from))})`, style: 'faint' };
  const fitsOneLine = columns(number.text + place.text) <= widestGlued;
  return fitsOneLine ? [glued(number), glued(place)] : [glued(number), place];
}

/** Stands for a space at which no line ends: a number stays with its name and, where both are short, with its place. */
const glue = '\u00a0';
const widestGlued = 50;
const glued = ({ text, style }: Span): Span => ({
  text: columns(text) <= widestGlued ? text.replaceAll(' ', glue) : text,
  style,
});

const figure = ({ key, value, unit, noun }: StatedNumber): string =>
  [key, `${amount(value)}${unit ?? ''}`, noun].filter((part) => part !== undefined).join(' ');
