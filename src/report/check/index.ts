import type { CheckFormatter } from './formatter.ts';

export type { CheckFormatter, CheckOptions, RuleText } from './formatter.ts';

/** The formats of `check`, loaded when they are asked for. */
export const checkFormats = {
  json: async () => (await import('./json.ts')).json,
} satisfies Readonly<Record<string, () => Promise<CheckFormatter>>>;

/** What `check --format` can be. */
export type CheckFormat = keyof typeof checkFormats;
