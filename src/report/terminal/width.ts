import stringWidth from 'string-width';

/** Columns that a text without styles takes on a terminal; wide characters take two. */
export function columns(text: string): number {
  return /^[ -~\u00a0]*$/.test(text) ? text.length : stringWidth(text);
}

/** Spaces between two columns of a grid. */
export const gap = 2;

/** The text filled up with spaces to so many columns; `right` puts the spaces before it. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, width - columns(text)));
  return align === 'left' ? text + spaces : spaces + text;
}

/** The text in at most so many columns (1 or more): its middle gives way to an ellipsis, because names differ at their ends. */
export function shorten(text: string, width: number): string {
  if (columns(text) <= width) return text;
  const tail = Math.floor((width - 1) / 2);
  return `${takeStart(text, width - 1 - tail)}…${takeEnd(text, tail)}`;
}

/** Lines of at most `width` columns (2 or more), broken at spaces, and within a word only where it is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columns(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (columns(line) > width) {
      const start = takeStart(line, width);
      lines.push(start);
      line = line.slice(start.length);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** The first line begins with `first`, the others with as many spaces; `first` counts into the width. */
export function hang(first: string, text: string, width: number): string[] {
  const indent = columns(first);
  return wrap(text, width - indent).map((line, index) => (index === 0 ? first : ' '.repeat(indent)) + line);
}

function takeStart(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += columns(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}

function takeEnd(text: string, width: number): string {
  let taken = '';
  for (const character of [...text].reverse()) {
    if (columns(character + taken) > width) break;
    taken = character + taken;
  }
  return taken;
}
