/** Control, bidirectional, invisible and line-separating characters, and halves of surrogate pairs. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is about
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\p{Surrogate}]/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text of unknown origin on one line, as a person can read it and no terminal, log or browser acts on it: characters
 * that are not seen are written as escapes, and what is longer than `most` characters is cut, marked with `…`.
 */
export function printable(text: string, most = 60): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  const kept = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
  return kept.replace(unprintable, (character) => named[character] ?? escaped(character));
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}
