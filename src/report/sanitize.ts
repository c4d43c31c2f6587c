/** Invisible or misleading characters: controls, formats such as bidi marks, line separators, lone surrogates, private use. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What GitHub's runner takes for a command in a log: `##[error]` anywhere in a line, `::error::` where one begins. */
const logCommand = /##(?=\[)|::(?=[\w-]+(?:::| .*?::))/g;

/**
 * Text for a terminal or a log: what is invisible, could move the cursor, turn the reading direction or command the
 * runner of a job becomes a visible escape.
 */
export function visible(text: string): string {
  return text
    .replace(invisible, (character) => shortEscapes[character] ?? escaped(character))
    .replace(logCommand, ([character = '']) => character + escaped(character));
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

/** JSON in which every invisible character is a `\u` escape: the same value, harmless on a terminal and in a log. */
export function jsonText(json: string): string {
  return json.replace(/[^\n -~]+/g, (run) => run.replace(invisible, jsonEscape)).replaceAll('##[', '\\u0023#[');
}

function jsonEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** Text inside the data of a GitHub workflow command, as the runner un-escapes it. */
export function workflowData(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

/** Text inside a property of a GitHub workflow command, as the runner un-escapes it. */
export function workflowProperty(text: string): string {
  return workflowData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const xmlEntities: Readonly<Record<string, string>> = { ...entities, '"': '&quot;', "'": '&apos;' };

/** Text inside an XML 1.0 element or attribute, without any character that XML forbids. */
export function xml(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, escaped)
    .replace(/[<>&"']/g, (character) => xmlEntities[character] ?? character);
}

/** Text inside a SARIF message: no placeholder (3.11.5 of the standard) or link (3.11.6) comes of it. */
export function sarifText(text: string): string {
  return visible(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
