import type { CheckDocument } from '../documents/check/types.ts';
import { FileError } from '../io/file-error.ts';
import { ApiError } from '../io/github-api.ts';
import { addToFile, addToSummary } from '../io/output.ts';
import { isThere } from '../io/paths.ts';
import { runScript } from '../io/program.ts';
import { readText } from '../io/read.ts';
import { newFolder } from '../io/temporary.ts';
import { baseCommit } from './base.ts';
import { keyOf } from './comment.ts';
import { eventOf } from './event.ts';
import { ActionError, checkArguments, type Inputs, inputsOf, type Reports } from './inputs.ts';
import { fail, note, warn } from './log.ts';
import { tell } from './tell.ts';

const { env } = process;

/** The environment of a runner. Throws ActionError for a variable that is not there. */
function variable(name: string): string {
  const value = env[name];
  if (!value) throw new ActionError(`this is a step of GitHub Actions, and the variable ${name} is not set`);
  return value;
}

/**
 * The step: checks, reports wherever GitHub shows it, and ends as `check` does. Throws ActionError where there is no
 * verdict, after everything else.
 */
async function main(): Promise<number> {
  const inputs = inputsOf(env);
  const event = eventOf(await readText(variable('GITHUB_EVENT_PATH')));
  const base = await baseCommit(inputs.base, event, variable('GITHUB_EVENT_NAME'));
  const folder = newFolder(variable('RUNNER_TEMP'));
  const reports: Reports = { markdown: `${folder}/report.md`, json: `${folder}/report.json` };
  const program = `${variable('GITHUB_ACTION_PATH')}/bin/run.js`;
  const code = await runScript(program, checkArguments(inputs, base, reports), { ...env, INPUT_TOKEN: undefined });
  if (!isThere(reports.json)) throw new ActionError(noVerdict);
  const isJudged = code === 0 || code === 1;
  const markdown = await readText(reports.markdown);
  const check: CheckDocument = JSON.parse(await readText(reports.json));
  const verdict = isJudged ? check.verdict : '';
  addToFile(variable('GITHUB_OUTPUT'), `verdict=${verdict}\nreport=${reports.markdown}\n`, Infinity);
  await attempt('summary', async () => addToSummary(variable('GITHUB_STEP_SUMMARY'), markdown));
  const { pullRequest } = event;
  if (inputs.comment && pullRequest !== null) {
    await attempt('comment', () => comment(inputs, pullRequest.number, markdown, check));
  }
  if (!isJudged) throw new ActionError(noVerdict);
  return code;
}

const noVerdict = 'no verdict; the log of the step says why';

async function comment(
  { files, token }: Inputs,
  number: number,
  markdown: string,
  check: CheckDocument,
): Promise<void> {
  const api = { rest: variable('GITHUB_API_URL'), graphql: variable('GITHUB_GRAPHQL_URL'), token };
  const place = { repository: variable('GITHUB_REPOSITORY'), number };
  const isNews = check.verdict !== 'pass' || (check.changes ?? []).some(({ changed }) => changed);
  await note(await tell(api, place, { key: keyOf(files), markdown, isNews }));
}

/** Does what the verdict does not depend on: what is in the way is a warning. */
async function attempt(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    await warn(`no ${what}: ${reason}`);
  }
}

const readOnly =
  'the token may only read, as it does for forks; otherwise give the job the permission "pull-requests: write"';

/** What a person can do something about, in words; null for a bug. */
function reasonOf(error: unknown): string | null {
  if (error instanceof ApiError) return error.status === 403 ? `${error.message}; ${readOnly}` : error.message;
  return error instanceof ActionError || error instanceof FileError ? error.message : null;
}

try {
  process.exitCode = await main();
} catch (error) {
  const { message, stack } = error as Error;
  await fail(
    reasonOf(error) ?? `a bug in connbudget: ${env.DEBUG ? stack : `${message}; DEBUG=1 shows where it happened`}`,
  );
  process.exitCode = 2;
}
