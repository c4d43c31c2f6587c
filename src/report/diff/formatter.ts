import type { DiffDocument } from '../../documents/diff/types.ts';
import type { FormatOptions } from '../formatter.ts';

/** Turns what a change does into text that ends with a line break. Pure. */
export type DiffFormatter = (diff: DiffDocument, options: FormatOptions) => string;
