import type { CheckDocument } from '../../documents/check/types.ts';
import { addToSummary, writeOutput } from '../../io/output.ts';
import { screen } from '../../io/terminal.ts';
import { printNote, printResult } from '../../io/write.ts';
import { checkFormats } from '../../report/check/index.ts';
import { rules } from '../../rules/index.ts';
import type { Output } from './outputs.ts';

/** How reports are to look. */
export interface ReportLook {
  readonly all: boolean;
  readonly quiet: boolean;
  readonly color?: boolean | undefined;
  /** Of the program. */
  readonly version: string;
}

/** What a file is made for. */
const page = { color: false, width: 80 };

/**
 * Writes the reports. All are made before the first is written, so that a mistake in one leaves none behind. One that
 * cannot be written does not keep the others; what was in the way is returned.
 */
export async function writeReports(
  check: CheckDocument,
  outputs: readonly Output[],
  look: ReportLook,
): Promise<unknown[]> {
  const made: (Output & { readonly text: string })[] = [];
  for (const output of outputs) {
    const format = await checkFormats[output.format]();
    const place = output.path === null ? screen(process.stdout, look.color) : { ...page, color: look.color ?? false };
    made.push({ ...output, text: format(check, { ...look, ...place, rules }) });
  }
  const errors: unknown[] = [];
  for (const output of made) await write(output).catch((error) => errors.push(error));
  return errors;
}

async function write({ path, summary, text }: Output & { readonly text: string }): Promise<void> {
  if (path === null) await printResult(text);
  else if (summary) await addSummary(path, text);
  else writeOutput(path, text);
}

/** A job without its summary is none the worse for it. */
async function addSummary(path: string, text: string): Promise<void> {
  try {
    addToSummary(path, text);
  } catch (error) {
    await printNote(`connbudget: no job summary: ${(error as Error).message}\n`);
  }
}
