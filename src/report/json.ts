import type { Formatter } from './formatter.ts';
import { jsonText } from './sanitize.ts';

/** The document of one file, a list of documents for several. */
export const json: Formatter = (documents) =>
  `${jsonText(JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2))}\n`;
