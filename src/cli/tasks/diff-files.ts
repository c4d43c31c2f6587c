import { readText } from '../../io/read.ts';
import { screen } from '../../io/terminal.ts';
import { printResult } from '../../io/write.ts';
import { diff } from '../../pipeline/diff.ts';
import { type DiffFormat, diffFormats } from '../../report/diff/index.ts';
import { FileFailures } from '../failures/file-failures.ts';
import { planBefore, readBefore } from '../planning/base-plan.ts';
import { planText } from '../planning/plan-text.ts';

/** What to compare with, and how to show it. */
export interface DiffFlags {
  readonly format: DiffFormat;
  readonly set?: readonly string[] | undefined;
  readonly today?: string | undefined;
  readonly all: boolean;
  readonly color?: boolean | undefined;
}

/** Compares two files and prints what the change does. Throws FileFailures with what kept one from being planned. */
export async function diffFiles(base: string, head: string, flags: DiffFlags): Promise<void> {
  const sources = new Map<string, string>();
  const errors: unknown[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      errors.push(error);
      return undefined;
    }
  };
  const before = await attempt(async () => {
    const file = await readBefore(base, head);
    if (file.text !== null) sources.set(file.path, file.text);
    return planBefore(file, flags.today);
  });
  const now = await attempt(async () => {
    const text = await readText(head);
    sources.set(head, text);
    return planText(text, { path: head, sets: flags.set ?? [], today: flags.today });
  });
  if (before === undefined || now === undefined) throw new FileFailures(errors, sources);
  const format = await diffFormats[flags.format]();
  const { document } = diff(before, now);
  await printResult(format(document, { ...screen(process.stdout, flags.color), all: flags.all }));
}
