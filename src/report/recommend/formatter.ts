import type { RecommendDocument } from '../../documents/recommend/types.ts';
import type { FormatOptions } from '../formatter.ts';

/** Turns recommended sizes into text that ends with a line break. Pure. */
export type RecommendFormatter = (document: RecommendDocument, options: FormatOptions) => string;
