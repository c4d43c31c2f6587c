import { jsonText } from '../sanitize.ts';
import type { CheckFormatter } from './formatter.ts';

/** The document itself. */
export const json: CheckFormatter = (check) => `${jsonText(JSON.stringify(check, null, 2))}\n`;
