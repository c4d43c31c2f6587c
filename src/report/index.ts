import type { Formatter } from './formatter.ts';

export type { FormatOptions, Formatter } from './formatter.ts';

/** What `--format` can be. */
export type Format = 'table' | 'markdown' | 'json';

/** The formats, loaded when they are asked for: JSON needs none of what draws tables and colours. */
export const formats: Readonly<Record<Format, () => Promise<Formatter>>> = {
  table: async () => (await import('./table/plan.ts')).table,
  markdown: async () => (await import('./markdown/plan.ts')).markdownComment,
  json: async () => (await import('./json/index.ts')).json,
};
