import type { Document } from '../../documents/plan/document.ts';
import { selectable, selectDatabases } from '../../documents/plan/select.ts';
import { readText } from '../../io/read.ts';
import { screen } from '../../io/terminal.ts';
import { printResult } from '../../io/write.ts';
import { type PlanResult, planOf } from '../../pipeline/plan.ts';
import { type Format, formats } from '../../report/index.ts';
import { FileFailures } from '../failures/file-failures.ts';
import { unknownName } from '../failures/usage-error.ts';
import { planText } from '../planning/plan-text.ts';

/** What to plan with, and what to show of it. */
export interface PlanFlags {
  readonly format: Format;
  readonly scenario?: readonly string[] | undefined;
  readonly database?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly all: boolean;
  readonly color?: boolean | undefined;
}

/** Plans every file that can be planned and prints the plans. Throws FileFailures with what kept the others from it. */
export async function planFiles(paths: readonly string[], flags: PlanFlags): Promise<void> {
  const sources = new Map<string, string>();
  const plans: PlanResult[] = [];
  const errors: unknown[] = [];
  for (const path of new Set(paths)) {
    try {
      const text = await readText(path);
      sources.set(path, text);
      plans.push(planText(text, { path, sets: flags.set ?? [] }));
    } catch (error) {
      errors.push(error);
    }
  }
  if (plans.length > 0) {
    const format = await formats[flags.format]();
    const look = { ...screen(process.stdout, flags.color), all: flags.all };
    await printResult(format(select(plans, flags), look));
  }
  if (errors.length > 0) throw new FileFailures(errors, sources);
}

/** The documents with the scenarios and databases that are asked for. Throws UsageError for one that no plan has. */
function select(plans: readonly PlanResult[], { scenario = [], database = [] }: PlanFlags): readonly Document[] {
  const there = plans.map(({ document }) => selectable(document));
  verify(
    'scenario',
    scenario,
    there.flatMap(({ scenarios }) => scenarios),
  );
  verify(
    'database',
    database,
    there.flatMap(({ databases }) => databases),
  );
  const judged = scenario.length === 0 ? plans : plans.map((result) => planOf(result, scenario));
  const documents = judged.map(({ document }) => document);
  return database.length === 0 ? documents : documents.map((document) => selectDatabases(document, database));
}

function verify(kind: string, wanted: readonly string[], names: readonly string[]): void {
  const missing = wanted.find((name) => !names.includes(name));
  if (missing !== undefined) throw unknownName(kind, missing, [...new Set(names)]);
}
