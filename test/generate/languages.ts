import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './programs.ts';

/** Texts as the programs read them that they are written for. Each throws for a text that its program refuses. */

/** Runs a program on texts, given and answered as JSON. */
const ask = (program: string, args: readonly string[], texts: readonly string[]): unknown[] =>
  JSON.parse(run(program, args, { input: JSON.stringify(texts) }));

/** One assignment of a literal is all that a text may be. As bytes, so that Python looks for an encoding in the first lines. */
const literals = `
import ast, json, sys
answers = []
for text in json.load(sys.stdin):
    [assignment] = ast.parse(text.encode('utf-8')).body
    answers.append(ast.literal_eval(assignment.value))
json.dump(answers, sys.stdout)
`;

/** The values that Python modules assign. */
export const readPython = (texts: readonly string[]): unknown[] => ask('python3', ['-c', literals], texts);

const modules = `
let input = '';
for await (const chunk of process.stdin) input += chunk;
const load = (text) => import('data:text/javascript,' + encodeURIComponent(text));
console.log(JSON.stringify(await Promise.all(JSON.parse(input).map(load))));
`;

/** What ES modules export. */
export const readModules = (texts: readonly string[]): unknown[] =>
  ask(process.execPath, ['--input-type=module', '--eval', modules], texts);

const templates = 'puts JSON.parse($stdin.read).map { |text| YAML.safe_load(ERB.new(text).result) }.to_json';

/** YAML that is ERB first, as Rails reads its configuration. */
export const readRails = (texts: readonly string[]): unknown[] =>
  ask('ruby', ['-EUTF-8', '-rerb', '-ryaml', '-rjson', '-e', templates], texts);

/** For programs that read files only: these texts in files, for as long as they are used. */
function inFiles<T>(texts: readonly string[], use: (files: readonly string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  const files = texts.map((_, index) => join(folder, `${index}.txt`));
  try {
    for (const [index, file] of files.entries()) writeFileSync(file, texts[index] ?? '');
    return use(files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The environment that a POSIX shell has after it has read a text. */
export function readShell(text: string): Record<string, string> {
  const environment = inFiles([text], (files) => run('sh', ['-c', 'set -ae; . "$0"; env', ...files]));
  return Object.fromEntries(environment.split('\n').map((line) => line.split('=', 2)));
}

/** How many rules Prometheus finds in each text. */
export function countRules(texts: readonly string[]): number[] {
  const said = inFiles(texts, (files) => run('promtool', ['check', 'rules', ...files]));
  return [...said.matchAll(/SUCCESS: (\d+) rules found/g)].map(([, count]) => Number(count));
}
