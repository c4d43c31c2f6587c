import { html } from '../sanitize.ts';

/** A block that is folded until it is clicked. `summary` is plain text, `body` Markdown already. */
export function details(summary: string, body: string): string {
  return `<details>\n<summary>${html(summary)}</summary>\n\n${body}\n\n</details>`;
}

/** A table; cells are Markdown already, numbers stand to the right. */
export function tableOf(
  head: readonly string[],
  aligns: readonly ('left' | 'right')[],
  rows: readonly (readonly string[])[],
): string {
  const rule = aligns.map((align) => (align === 'right' ? '---:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The lines of the first `most` items, and a line that counts the others. */
export function capped<T>(
  items: readonly T[],
  most: number,
  what: string,
  lines: (item: T) => readonly string[],
): string[] {
  const shown = items.length <= most + 1 ? items : items.slice(0, most);
  const rest = items.length - shown.length;
  return [...shown.flatMap(lines), ...(rest === 0 ? [] : [`- … and ${rest} more ${what}`])];
}
