import { isSamePath } from '../../io/paths.ts';
import type { CheckFormat } from '../../report/check/index.ts';
import { UsageError } from '../failures/usage-error.ts';

/** A report, and where it goes: `path` null is standard output; `summary` is added to the end of a file by GitHub's rules. */
export interface Output {
  readonly format: CheckFormat;
  readonly path: string | null;
  readonly summary: boolean;
}

/** A word of the command line as the parser took it. */
export interface Token {
  readonly type: string;
  readonly flag?: string;
  readonly input: string;
}

const standardOutput = new Set(['-', '/dev/stdout']);

/**
 * The reports that a command line asks for: every `--output` belongs to the `--format` right before it, and a format
 * without one goes to standard output. Throws UsageError where two would go to the same place.
 */
export function outputsOf(tokens: readonly Token[], env: NodeJS.ProcessEnv): readonly Output[] {
  const outputs: Output[] = [];
  let open = false;
  for (const { flag, input } of tokens) {
    if (flag === 'format') {
      outputs.push({ format: input as CheckFormat, path: null, summary: false });
      open = true;
    } else if (flag === 'output') {
      const last = outputs.pop();
      if (last === undefined || !open) throw new UsageError(`--output ${input} needs a --format of its own before it`);
      outputs.push({ ...last, path: standardOutput.has(input) ? null : input });
      open = false;
    }
  }
  verify(outputs);
  return outputs.length > 0 ? outputs : defaults(env);
}

function verify(outputs: readonly Output[]): void {
  const printed = outputs.filter(({ path }) => path === null).map(({ format }) => format);
  if (printed.length > 1) {
    const [first, second] = printed;
    throw new UsageError(`${first} and ${second} would both go to standard output; give one of them --output`);
  }
  const paths = outputs.flatMap(({ path }) => path ?? []);
  const twice = paths.find((path, index) => paths.slice(0, index).some((before) => isSamePath(before, path)));
  if (twice !== undefined) throw new UsageError(`two reports would go to ${twice}`);
}

/** What is printed when nobody says how: a table, or in GitHub Actions annotations and a summary of the job. */
function defaults({ GITHUB_ACTIONS, GITHUB_STEP_SUMMARY }: NodeJS.ProcessEnv): Output[] {
  if (GITHUB_ACTIONS !== 'true') return [{ format: 'table', path: null, summary: false }];
  const annotations: Output = { format: 'github', path: null, summary: false };
  if (!GITHUB_STEP_SUMMARY) return [annotations];
  return [annotations, { format: 'markdown', path: GITHUB_STEP_SUMMARY, summary: true }];
}
