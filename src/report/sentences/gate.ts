import type { FileProblem, StaleEntry } from '../../documents/check/types.ts';
import type { DocumentFinding } from '../../documents/plan/types.ts';
import type { AcceptedBy } from '../../findings/types.ts';
import { worsening } from './findings.ts';

/** What a finding is called in a list: `deploy-over-budget: databases.main`. */
export const findingName = ({ rule, on }: Pick<DocumentFinding, 'rule' | 'on'>): string => `${rule}: ${on}`;

/** What is wrong, how it got worse and what to do, each a line; not yet escaped for any format. */
export function briefly(finding: DocumentFinding): string[] {
  const { message, remedy } = finding;
  return [message, ...labelled('Worse', worsening(finding)), ...labelled('Do', remedy)];
}

/** The same with why it matters. */
export function fully(finding: DocumentFinding): string[] {
  const [what = '', ...rest] = briefly(finding);
  return [what, ...labelled('Why', finding.why), ...rest];
}

const labelled = (label: string, text: string): string[] => (text === '' ? [] : [`${label}: ${text}`]);

/** Lines as one, each a sentence. */
export const inOneLine = (lines: readonly string[]): string =>
  lines.map((line) => (/[.!?]$/.test(line) ? line : `${line}.`)).join(' ');

/** Who accepted a finding, by what it is accepted in. */
const acceptors: Readonly<Record<AcceptedBy, string>> = {
  policy: 'accepted in policy.accept of the file',
  baseline: 'accepted in the baseline',
};

/** That a finding is accepted, by whom, and why where a reason is given; null: nobody did. */
export function acceptance({ accepted_by, accepted_for }: DocumentFinding): string | null {
  if (accepted_by === null) return null;
  return `${acceptors[accepted_by]}${accepted_for === null ? '' : `: ${accepted_for}`}`;
}

/** What a stale entry of a baseline is called where a finding has the id of its rule. */
export const staleId = 'baseline-stale';

/** What is wrong with a stale entry and what to do, each a line; not yet escaped for any format. */
export function staleLines({ file, rule, on }: StaleEntry): string[] {
  return [
    `the baseline lists ${rule} on ${on} in ${file}, and there is no such finding any more`,
    'Do: Run connbudget check again with --write-baseline.',
  ];
}

/** What a mistake is called that keeps a file from being judged, where a finding has the id of its rule. */
export const unjudgedId = 'not-judged';

/** What is wrong and what was expected, each a line; not yet escaped for any format. */
export const problemLines = ({ message, hint }: FileProblem): string[] => [message, ...(hint === null ? [] : [hint])];
