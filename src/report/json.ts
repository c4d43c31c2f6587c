import type { Formatter } from './formatter.ts';
import { jsonText } from './sanitize.ts';

/** The document of one file, a list of documents for several. Objects and lists of plain values take one line each. */
export const json: Formatter = (documents) => {
  const [only] = documents;
  return `${jsonText(write(documents.length === 1 ? only : documents, ''))}\n`;
};

function write(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.values(value);
  if (members.every(isPlain)) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const list = Array.isArray(value);
  const items = list
    ? members.map((member) => deeper + write(member, deeper))
    : Object.entries(value).map(([key, member]) => `${deeper}${JSON.stringify(key)}: ${write(member, deeper)}`);
  return `${list ? '[' : '{'}\n${items.join(',\n')}\n${indent}${list ? ']' : '}'}`;
}

const isPlain = (value: unknown) => typeof value !== 'object' || value === null;
