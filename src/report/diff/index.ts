import type { DiffFormatter } from './formatter.ts';

export type { DiffFormatter } from './formatter.ts';

/** The formats of `diff`, loaded when they are asked for. */
export const diffFormats = {
  table: async () => (await import('../table/diff.ts')).table,
  markdown: async () => (await import('../markdown/diff.ts')).markdownComment,
  json: async () => (await import('../json/index.ts')).jsonOf,
} satisfies Readonly<Record<string, () => Promise<DiffFormatter>>>;

/** What `diff --format` can be. */
export type DiffFormat = keyof typeof diffFormats;
