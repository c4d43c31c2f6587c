import type { CheckFormatter } from './formatter.ts';

export type { CheckFormatter, CheckOptions, RuleText } from './formatter.ts';

/** The formats of `check`, loaded when they are asked for. */
export const checkFormats = {
  table: async () => (await import('./table.ts')).table,
  markdown: async () => (await import('./markdown.ts')).markdownComment,
  json: async () => (await import('../json.ts')).jsonOf,
  github: async () => (await import('./github.ts')).github,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
} satisfies Readonly<Record<string, () => Promise<CheckFormatter>>>;

/** What `check --format` can be. */
export type CheckFormat = keyof typeof checkFormats;
