import type { RuleText, Severity } from '../../../findings/types.ts';

/** What SARIF calls a severity. */
export const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** A rule as SARIF describes it. Its texts are the rule's own, so nothing in them is escaped. */
export function sarifRule({ id, severity, summary, why, remedy }: RuleText) {
  const more = `connbudget explain ${id}`;
  return {
    id,
    shortDescription: { text: `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.` },
    fullDescription: { text: why },
    help: {
      text: `Why it matters: ${why}\nWhat to do: ${remedy}\nAn example: ${more}`,
      markdown: `**Why it matters**\n\n${why}\n\n**What to do**\n\n${remedy}\n\n**An example**: \`${more}\``,
    },
    defaultConfiguration: { level: sarifLevels[severity] },
  };
}
