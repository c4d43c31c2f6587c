/** Invisible or misleading characters: controls, formats such as bidi marks, line separators, lone surrogates, private use. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text for a terminal: what is invisible, could move the cursor or turn the reading direction becomes a visible escape. */
export function visible(text: string): string {
  return text.replace(invisible, (character) => shortEscapes[character] ?? escaped(character));
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** Text inside a line or a table cell of GitHub Markdown: no markup, HTML, mention, reference, link or line break comes of it. */
export function markdown(text: string): string {
  return visible(text)
    .replace(/[<>&]/g, (character) => entities[character] ?? character)
    .replace(/[\\`*{}[\]|~$!]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/[@#]/g, '$&&#8203;');
}

/** Text inside HTML that GitHub does not read as Markdown, such as a summary. */
export function html(text: string): string {
  return visible(text)
    .replace(/[<>&]/g, (character) => entities[character] ?? character)
    .replace(/[@#]/g, '$&&#8203;');
}

/** Text as code in a line or a table cell of GitHub Markdown. */
export function markdownCode(text: string): string {
  const shown = visible(text);
  return /^[\w./:[\]%+=,-]+$/.test(shown) ? `\`${shown}\`` : `<code>${markdown(shown)}</code>`;
}

/** JSON in which every invisible character is a `\u` escape: the same value, harmless on a terminal. */
export function jsonText(json: string): string {
  return json.replace(/[^\n -~]+/g, (run) => run.replace(invisible, jsonEscape));
}

function jsonEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
