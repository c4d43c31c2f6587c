import type { RecommendFormatter } from './formatter.ts';

export type { RecommendFormatter } from './formatter.ts';

/** The formats of `recommend`, loaded when they are asked for. */
export const recommendFormats = {
  table: async () => (await import('../table/recommend.ts')).table,
  markdown: async () => (await import('../markdown/recommend.ts')).markdownComment,
  json: async () => (await import('../json/index.ts')).jsonOf,
} satisfies Readonly<Record<string, () => Promise<RecommendFormatter>>>;

/** What `recommend --format` can be. */
export type RecommendFormat = keyof typeof recommendFormats;
