import type { RuleText, Severity } from '../../../findings/types.ts';
import type { FormatOptions } from '../../formatter.ts';
import { type Paint, paint } from '../../terminal/paint.ts';
import { hang } from '../../terminal/width.ts';

type Look = Pick<FormatOptions, 'color' | 'width'>;

/** Every rule with its severity and when it fires. Ends with a line break. */
export function renderRules(rules: readonly RuleText[], { color, width }: Look): string {
  const style = paint(color);
  const lines = rules.map(({ id, severity, summary }) =>
    [`${style.name(id)} (${severityOf(style, severity)})`, ...hang('  ', summary, width)].join('\n'),
  );
  return `${lines.join('\n')}\n`;
}

/** What a rule is about, why, what to do, and an example that fires it, before and after it was mended. Ends with a line break. */
export function renderRule({ id, severity, summary, why, remedy, example }: RuleText, { color, width }: Look): string {
  const style = paint(color);
  const text = (heading: string, body: string) => `${style.strong(heading)}\n${hang('  ', body, width).join('\n')}`;
  const file = (heading: string, body: string) =>
    `${style.strong(heading)}\n${body.trimEnd().replace(/^(?=.)/gm, '  ')}`;
  const sections = [
    `${style.name(id)} (${severityOf(style, severity)})`,
    text('When', `${summary}.`),
    text('Why it matters', why),
    text('What to do', remedy),
    file('Example', example.fires),
    file('Mended', example.silent),
  ];
  return `${sections.join('\n\n')}\n`;
}

const severityOf = (style: Paint, severity: Severity): string =>
  ({ error: style.bad, warning: style.warn, info: style.faint })[severity](severity);
