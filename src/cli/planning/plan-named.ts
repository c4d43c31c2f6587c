import type { PlanResult } from '../../pipeline/plan.ts';
import { planText } from './plan-text.ts';
import { readTopologies, type TopologyFiles } from './topology-files.ts';

/** What to plan with. */
export interface NamedFlags {
  readonly set?: readonly string[] | undefined;
  readonly today?: string | undefined;
}

/** The plans of topology files; `failures` also says what kept one from being planned. */
export interface PlannedFiles extends TopologyFiles {
  readonly plans: readonly PlanResult[];
}

/** Reads and plans the files that names stand for. */
export async function planNamed(
  names: readonly string[],
  { set: sets = [], today }: NamedFlags,
): Promise<PlannedFiles> {
  const files = await readTopologies(names);
  const plans: PlanResult[] = [];
  const failures = [...files.failures];
  for (const [path, text] of files.texts) {
    try {
      plans.push(planText(text, { path, sets, today }));
    } catch (error) {
      failures.push({ path, error });
    }
  }
  return { ...files, plans, failures };
}
