import type { RuleText } from '../../findings/types.ts';

const start = '<!-- rules:start -->';
const end = '<!-- rules:end -->';

/** The rules as a Markdown table, in the order of the list. */
export function ruleTable(rules: readonly Pick<RuleText, 'id' | 'severity' | 'summary'>[]): string {
  const rows = rules.map(({ id, severity, summary }) => `| \`${id}\` | ${severity} | ${cell(summary)} |`);
  return ['| rule | severity | fires when |', '| --- | --- | --- |', ...rows].join('\n');
}

/** A document with the table of rules between its two marks; throws where it has none. */
export function withRuleTable(document: string, rules: readonly RuleText[]): string {
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document has no lines "${start}" and "${end}".`);
  return `${document.slice(0, from + start.length)}\n${ruleTable(rules)}\n${document.slice(to)}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
