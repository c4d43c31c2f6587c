import { spawnSync } from 'node:child_process';

/** Runs a program on texts, given and answered as JSON. */
function ask(program: string, args: readonly string[], texts: readonly string[]): unknown[] {
  const { status, stdout, stderr } = spawnSync(program, args, { input: JSON.stringify(texts), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

export const hasPython = spawnSync('python3', ['-c', 'import ast']).status === 0;

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
