import type { CheckFormatter } from './formatter.ts';

export type { CheckFormatter, CheckOptions } from './formatter.ts';

/** The formats of `check`, loaded when they are asked for. */
export const checkFormats = {
  table: async () => (await import('../table/check.ts')).table,
  markdown: async () => (await import('../markdown/check.ts')).markdownComment,
  json: async () => (await import('../json/index.ts')).jsonOf,
  github: async () => (await import('../github/check.ts')).github,
  sarif: async () => (await import('../sarif/check.ts')).sarif,
  junit: async () => (await import('../junit/check.ts')).junit,
  gitlab: async () => (await import('../gitlab/check.ts')).gitlab,
} satisfies Readonly<Record<string, () => Promise<CheckFormatter>>>;

/** What `check --format` can be. */
export type CheckFormat = keyof typeof checkFormats;
