import type { Evidence } from '../../../catalog/types.ts';
import type { FormatOptions } from '../../formatter.ts';
import { paint } from '../../terminal/paint.ts';
import { columns, gap, hang, pad } from '../../terminal/width.ts';

/** One thing the catalog says. */
export interface Fact {
  /** What it is about: a setting, a version, a plan; none for a plain statement. */
  readonly label?: string;
  readonly text: string;
  /** Absent: that of the whole sheet. */
  readonly evidence?: Evidence;
}

/** Everything the catalog says about one thing, for a person. */
export interface Sheet {
  readonly title: string;
  /** What to write into a topology. */
  readonly usage: string;
  readonly evidence?: Evidence;
  readonly parts: readonly { readonly heading: string; readonly facts: readonly Fact[] }[];
}

/** A line of a list: the name to write, and what it is. */
export type CatalogEntry = readonly [name: string, description: string];

const widestLabel = 34;

type Look = Pick<FormatOptions, 'color' | 'width'>;

/** Entries below each other, the descriptions aligned. Ends with a line break. */
export function renderEntries(entries: readonly CatalogEntry[], { color, width }: Look): string {
  const { name: style } = paint(color);
  const room = Math.max(...entries.map(([name]) => columns(name))) + gap;
  const lines = entries.flatMap(([name, description]) => {
    const [first = '', ...rest] = hang(pad(name, room), description, width);
    return [style(first.slice(0, name.length)) + first.slice(name.length), ...rest];
  });
  return `${lines.join('\n')}\n`;
}

/** A sheet; numbers in brackets refer to its sources, each with how sure it is. Ends with a line break. */
export function renderSheet({ title, usage, evidence, parts }: Sheet, { color, width }: Look): string {
  const { strong, faint } = paint(color);
  const cited = [evidence, ...parts.flatMap(({ facts }) => facts.map((fact) => fact.evidence))];
  const sources = [...new Set(cited.flatMap((each) => each ?? []).map(source))];
  const mark = (each: Evidence | undefined) => (each === undefined ? '' : ` [${sources.indexOf(source(each)) + 1}]`);

  const heading = (text: string) => hang('', text, width).map(strong);
  const factLines = (facts: readonly Fact[]) => {
    const room = Math.min(widestLabel, Math.max(...facts.map(({ label = '' }) => columns(label))));
    return facts.flatMap(({ label, text, evidence }) => {
      const first = label === undefined ? '  - ' : `  ${pad(label, room + gap)}`;
      return hang(first, text + mark(evidence), width);
    });
  };
  const sections = [
    [...heading(title + mark(evidence)), `  ${usage}`],
    ...parts
      .filter(({ facts }) => facts.length > 0)
      .map((part) => [...heading(part.heading), ...factLines(part.facts)]),
    [...heading('Sources'), ...sources.flatMap((text, index) => `  [${index + 1}] ${text}`.split('\n')).map(faint)],
  ];
  return `${sections.map((section) => section.join('\n')).join('\n\n')}\n`;
}

/** A text and what a note adds to it: a sentence of its own, or the end of the text's. */
export function withNote(text: string, note: string | undefined): string {
  if (note === undefined) return text;
  return /^\p{Lu}/u.test(note) ? `${text}. ${note}` : `${text}; ${note}`;
}

/** How sure it is, and the addresses below: whole, so that a terminal can open them. */
const source = ({ certainty, sources }: Evidence): string =>
  [certainty, ...sources.map((address) => `      ${address}`)].join('\n');
