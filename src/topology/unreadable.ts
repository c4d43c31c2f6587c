import { printable } from '../findings/printable.ts';
import type { Problem } from '../findings/types.ts';
import { lineFinder } from './lines.ts';

/** What is no text, or no text that anyone could see: all control characters but tab and line ends, and decoding errors. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is about
const foreign = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd-\uffff]/;

/** The first character that no topology file may contain, or null. */
export function findUnreadable(path: string, text: string): Problem | null {
  const match = foreign.exec(text);
  if (match === null) return null;
  const [character] = match;
  const location = { path, ...lineFinder(text)(match.index) };
  if (character === '\0') {
    return { location, message: 'the file is not text: it contains a zero byte', hint: asText };
  }
  if (character === '\ufffd') {
    return {
      location,
      message: 'a character was lost here: it was not UTF-8',
      hint: 'Write it again, and save the file as UTF-8.',
    };
  }
  return {
    location,
    message: `there is a control character here: ${printable(character)}`,
    hint: 'Remove it; in double-quoted text, YAML writes it as an escape such as "\\x1b".',
  };
}

const asText = 'A topology file is YAML or JSON, saved as UTF-8.';
