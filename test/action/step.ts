import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { token } from './api.ts';
import { folderWith, write } from './repository.ts';

/** The parts of `action.yml` that are looked at. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description?: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description?: string; readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id?: string;
      readonly shell: string;
      readonly run: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

const root = join(import.meta.dirname, '../..');

export const action = load(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

/** What a workflow and its event give to the action. */
export interface Run {
  /** The checkout. */
  readonly folder: string;
  /** What stands under `with`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Name of the event. */
  readonly trigger: string;
  /** What GitHub writes into the event file. */
  readonly event: object;
  /** Where the API is. */
  readonly api: string;
}

/** What came of it. `summary`: what the job's summary says. */
export interface Outcome {
  readonly exit: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the scripts of `action.yml` one after the other, as a runner does. */
export async function runAction(run: Run): Promise<Outcome> {
  const runner = folderWith({ 'event.json': JSON.stringify(run.event), summary: '', outputs: '' });
  const env = {
    PATH: process.env.PATH,
    HOME: runner,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: root,
    GITHUB_API_URL: run.api,
    GITHUB_GRAPHQL_URL: `${run.api}/graphql`,
    GITHUB_REPOSITORY: 'owner/shop',
    GITHUB_EVENT_NAME: run.trigger,
    GITHUB_EVENT_PATH: join(runner, 'event.json'),
    GITHUB_OUTPUT: join(runner, 'outputs'),
    GITHUB_STEP_SUMMARY: join(runner, 'summary'),
    RUNNER_TEMP: runner,
  };
  let log = '';
  let exit: number | null = 0;
  for (const step of action.runs.steps) {
    const script = join(runner, 'step.sh');
    write(runner, { 'step.sh': evaluate(step.run, run.inputs) });
    const given = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value, run.inputs)]);
    const ended = await bash(script, run.folder, { ...env, ...Object.fromEntries(given) });
    log += ended.log;
    exit = ended.exit;
    if (exit !== 0) break;
  }
  const text = (name: string) => readFileSync(join(runner, name), 'utf8');
  const outputs = text('outputs').matchAll(/^(\w+)=(.*)$/gm);
  return { exit, log, summary: text('summary'), outputs: Object.fromEntries([...outputs].map(([, ...pair]) => pair)) };
}

/** The text with what GitHub puts in place of its expressions. */
function evaluate(text: string, inputs: Run['inputs'] = {}): string {
  return text.replace(/\$\{\{ (.+?) \}\}/g, (expression, path: string) => {
    if (path === 'github.token') return token;
    const [, name = ''] = /^inputs\.([\w-]+)$/.exec(path) ?? [];
    const input = action.inputs[name];
    if (input === undefined) throw new Error(`nothing is known of ${expression}`);
    return inputs[name] ?? evaluate(input.default ?? '');
  });
}

function bash(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<{ exit: number | null; log: string }> {
  return new Promise((resolve) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd, env });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text));
    child.on('close', (exit) => resolve({ exit, log }));
  });
}
