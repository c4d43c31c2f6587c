import type { FormatOptions } from '../formatter.ts';
import type { RecommendDocument } from '../recommend-types.ts';

/** Turns recommended sizes into text that ends with a line break. Pure. */
export type RecommendFormatter = (document: RecommendDocument, options: FormatOptions) => string;
