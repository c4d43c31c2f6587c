import type { Formatter } from '../formatter.ts';
import { jsonText } from '../sanitize.ts';

/** A document itself. */
export const jsonOf = (document: unknown): string => `${jsonText(JSON.stringify(document, null, 2))}\n`;

/** The document of one file, a list of documents for several. */
export const json: Formatter = (documents) => jsonOf(documents.length === 1 ? documents[0] : documents);
