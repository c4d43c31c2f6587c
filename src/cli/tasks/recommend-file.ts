import { readText } from '../../io/read.ts';
import { screen } from '../../io/terminal.ts';
import { printResult } from '../../io/write.ts';
import { recommend } from '../../pipeline/recommend.ts';
import { type RecommendFormat, recommendFormats } from '../../report/recommend/index.ts';
import { FileFailures } from '../failures/file-failures.ts';
import { withProgress } from '../planning/plan-text.ts';

/** What to recommend with, and how to show it. */
export interface RecommendFlags {
  readonly format: RecommendFormat;
  readonly set?: readonly string[] | undefined;
  readonly all: boolean;
  readonly color?: boolean | undefined;
}

/** Prints the sizes that a file should have. Throws FileFailures with what kept it from being read. */
export async function recommendFile(path: string, flags: RecommendFlags): Promise<void> {
  const sources = new Map<string, string>();
  try {
    const text = await readText(path);
    sources.set(path, text);
    const { document } = withProgress(text, path, () => recommend(text, { path, sets: flags.set ?? [] }));
    const format = await recommendFormats[flags.format]();
    await printResult(format(document, { ...screen(process.stdout, flags.color), all: flags.all }));
  } catch (error) {
    throw new FileFailures([error], sources);
  }
}
