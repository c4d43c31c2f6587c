/** Whatever could end a comment, hide in it, be no character of a text file, or be code to what reads comments too: ERB, templates. */
const unsafe = /[\p{C}\p{Zl}\p{Zp}\ufffe\uffff]|(?<=<)%|(?<=\{)\{/gu;

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Text on one line: characters that are not seen, or not meant as text, become escapes. */
export const plain = (text: string): string => text.replace(unsafe, escaped);

/** Columns of a comment. */
const width = 80;

/** A text as comment lines, broken between words. What it contains cannot end the comment. */
export function comment(mark: string, text: string, indent = ''): string[] {
  const room = width - indent.length - mark.length - 1;
  const lines: string[] = [];
  let line = '';
  for (const word of plain(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${indent}${mark} ${each}`.trimEnd());
}
