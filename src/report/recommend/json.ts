import { jsonText } from '../sanitize.ts';
import type { RecommendFormatter } from './formatter.ts';

/** The document itself. */
export const json: RecommendFormatter = (document) => `${jsonText(JSON.stringify(document, null, 2))}\n`;
