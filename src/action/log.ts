import { printResult } from '../io/write.ts';
import { workflowData } from '../report/sanitize.ts';

/** A line of the step's log. */
export const note = (text: string): Promise<void> => printResult(`connbudget: ${workflowData(text)}\n`);

/** An annotation of the run, which does not fail it. */
export const warn = (text: string): Promise<void> => annotate('warning', text);

/** An annotation that says why the step fails. */
export const fail = (text: string): Promise<void> => annotate('error', text);

const annotate = (kind: 'warning' | 'error', text: string): Promise<void> =>
  printResult(`::${kind} title=connbudget::${workflowData(text)}\n`);
