import { plural } from '../../words/figures.ts';

/** A part of a comment that stays or goes as a whole. `what` it is, as the line says that counts what was left out. */
export interface Block {
  readonly what: string;
  readonly text: string;
  /** Stays before any other that is not. */
  readonly urgent?: boolean;
}

/** What a comment on GitHub may hold, in characters, of which a text has no more than it has UTF-16 code units. */
const most = 65_536;
/** For the line about what was left out, and for what a program that posts the comment puts before it. */
const forTheRest = 1_500;

/**
 * The blocks in their order behind a first one that is always there (short, Markdown), as many as a comment can hold.
 * A line at the end says what was left out. Ends with a line break.
 */
export function limited(first: string, blocks: readonly Block[]): string {
  const omitted = new Map<string, number>();
  const kept = new Set<Block>();
  let left = most - forTheRest - first.length;
  for (const block of [...blocks.filter(({ urgent }) => urgent), ...blocks.filter(({ urgent }) => !urgent)]) {
    const size = block.text.length + separator.length;
    if (size <= left) {
      kept.add(block);
      left -= size;
    } else {
      omitted.set(block.what, (omitted.get(block.what) ?? 0) + 1);
    }
  }
  const counted = [...omitted].map(([what, count]) => plural(count, what)).join(', ');
  const rest = counted === '' ? [] : [`… left out, because a comment holds ${most} characters: ${counted}`];
  const texts = blocks.filter((block) => kept.has(block)).map(({ text }) => text);
  return `${[first, ...texts, ...rest].join(separator)}\n`;
}

const separator = '\n\n';
