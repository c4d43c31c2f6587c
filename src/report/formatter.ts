import type { Document } from '../documents/plan/types.ts';

/** How a result is to look. Each format takes what it needs of it. */
export interface FormatOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Fold nothing away. */
  readonly all: boolean;
}

/** Turns the plans of one file or more into text that ends with a line break. Pure. */
export type Formatter = (documents: readonly Document[], options: FormatOptions) => string;
