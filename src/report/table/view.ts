import type { FormatOptions } from '../formatter.ts';
import { visible } from '../sanitize.ts';
import type { Fit } from '../sentences/answers.ts';
import { type Paint, paint } from '../terminal/paint.ts';
import { hang } from '../terminal/width.ts';

/** How the table is to look. */
export interface Layout {
  readonly paint: Paint;
  /** Columns of the terminal, 60 or more. */
  readonly width: number;
  /** Fold nothing away. */
  readonly all: boolean;
}

const narrowest = 60;

/** The same look, on no less than 60 columns. */
export const viewOf = ({ color, width, all }: FormatOptions): Layout => ({
  paint: paint(color),
  width: Math.max(narrowest, width),
  all,
});

/** What belongs together: lines without an empty one around them. */
export type Section = readonly string[];

/** The sections with an empty line between any two. */
export const joined = (sections: readonly Section[]): string => sections.map((lines) => lines.join('\n')).join('\n\n');

/** Spaces before everything that stands below a heading. */
export const indent = '  ';

/** Plain text on as many lines as it needs, escaped, behind `first`, and styled line by line. */
export function paragraph(view: Layout, first: string, text: string, style = (line: string) => line): string[] {
  const shown = visible(text);
  return hang(first, shown, view.width).map((line, index) => {
    const start = index === 0 ? first : ' '.repeat(first.length);
    return (start + style(line.slice(start.length).trimEnd())).trimEnd();
  });
}

/** A heading that is one line. */
export const heading = ({ paint }: Layout, text: string): string => paint.strong(text);

/** `most` items, all of them where nothing is to be folded; and how many are folded away. */
export function fold<T>(
  { all }: Layout,
  items: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly folded: number } {
  const shown = all || items.length <= most + 1 ? items : items.slice(0, most);
  return { shown, folded: items.length - shown.length };
}

/** The line that stands for what is folded away; nothing when nothing is. */
export function foldedLine(view: Layout, count: number, what: string): string[] {
  return count === 0 || view.all ? [] : paragraph(view, indent, `… and ${count} more ${what}`, view.paint.faint);
}

export const signs: Readonly<Record<Fit, string>> = { over: '✗', slow: '!', fits: '✓' };

/** The style of what fits, or does not. */
export const fitStyle = ({ paint }: Layout, fit: Fit) => ({ over: paint.bad, slow: paint.warn, fits: paint.good })[fit];
