import { showProgress } from '../../io/terminal.ts';
import { type PlanOptions, type PlanResult, plan } from '../../pipeline/plan.ts';

/** Characters of a file that takes long enough to say so. */
const long = 1_000_000;

/** Plans the text of a file, and says so on a terminal where it takes long. Throws InputError. */
export function planText(text: string, options: PlanOptions & { readonly path: string }): PlanResult {
  return withProgress(text, options.path, () => plan(text, options));
}

/** Does what has to be done with the text of a file, and says so on a terminal where it takes long. */
export function withProgress<T>(text: string, path: string, work: () => T): T {
  const done = text.length > long ? showProgress(`Planning ${path} ...`) : () => {};
  try {
    return work();
  } finally {
    done();
  }
}
