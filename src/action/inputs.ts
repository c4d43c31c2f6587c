/** What a workflow says under `with`. */
export interface Inputs {
  /** Files, folders and patterns. */
  readonly files: readonly string[];
  /** A git revision, `none`, or '' for what the event says. */
  readonly base: string;
  readonly failOn: string;
  readonly comment: boolean;
  /** Where to write SARIF; '' for nowhere. */
  readonly sarif: string;
  readonly token: string;
}

/** The step cannot do what the workflow asks for. The message says what to change. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
}

/** The inputs, from the variables that `action.yml` makes of them. Throws ActionError for one that is neither true nor false. */
export function inputsOf(env: NodeJS.ProcessEnv): Inputs {
  const { INPUT_FILES = '', INPUT_COMMENT = '' } = env;
  const text = (name: string) => (env[name] ?? '').trim();
  if (!['true', 'false'].includes(INPUT_COMMENT)) {
    throw new ActionError(`the input comment is ${JSON.stringify(INPUT_COMMENT)}; it is true or false`);
  }
  return {
    files: INPUT_FILES.split(/\s+/).filter((word) => word !== ''),
    base: text('INPUT_BASE'),
    failOn: text('INPUT_FAIL_ON'),
    comment: INPUT_COMMENT === 'true',
    sarif: text('INPUT_SARIF'),
    token: text('INPUT_TOKEN'),
  };
}

/** Files that the step reads after `check` has written them. */
export interface Reports {
  readonly markdown: string;
  readonly json: string;
}

/** The command line of `check`, without the program: annotations to the log, the rest to files. `base`: a commit, or null. */
export function checkArguments(inputs: Inputs, base: string | null, { markdown, json }: Reports): string[] {
  const report = (format: string, path: string) => ['--format', format, '--output', path];
  return [
    'check',
    ...['--format', 'github'],
    ...report('markdown', markdown),
    ...report('json', json),
    ...(inputs.sarif === '' ? [] : report('sarif', inputs.sarif)),
    ...(inputs.failOn === '' ? [] : ['--fail-on', inputs.failOn]),
    ...(base === null ? [] : ['--base', `git:${base}`]),
    '--',
    ...inputs.files,
  ];
}
