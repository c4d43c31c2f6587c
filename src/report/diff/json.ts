import { jsonText } from '../sanitize.ts';
import type { DiffFormatter } from './formatter.ts';

/** The document itself. */
export const json: DiffFormatter = (diff) => `${jsonText(JSON.stringify(diff, null, 2))}\n`;
