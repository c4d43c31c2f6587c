import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { rules } from '../../src/rules/index.ts';
import { formatGolden } from './golden.ts';
import { oneLine, phrasesOf } from './phrases.ts';
import { inProcess } from './run.ts';

const [ok, err] = ['ok', 'err'].map((name) => join(import.meta.dirname, '../../fixtures', name)) as [string, string];
const filesIn = (folder: string, ending: string) => readdirSync(folder).filter((file) => file.endsWith(ending));
const expectedOf = (file: string) => join(err, file.replace(/\.yml$/, '.out'));

const check = (folder: string, file: string, ...args: readonly string[]) =>
  inProcess(['check', '--all', file, '--format', 'table', '--today', '2026-06-01', ...args], folder);

/** All that `check` says of a file; lines `# --set ...` at its top are changes to check it with. */
async function outputOf(file: string): Promise<string> {
  const sets = [...readFileSync(join(err, file), 'utf8').matchAll(/(?<=^# --set ).*$/gm)].map(([set]) => set);
  const outcome = await check(err, file, ...sets.flatMap((set) => ['--set', set]));
  const command = ['connbudget check --all', file, ...sets.map((set) => `--set '${set}'`)].join(' ');
  return formatGolden({ command, files: {}, stdin: '', ...outcome });
}

describe('nothing is said of', () => {
  test.each(filesIn(ok, '.yml'))('%s', async (file) => {
    const { stdout, stderr, exit } = await check(ok, file);
    expect(stdout).toMatch(/^PASS {2}\S+\n\nPASS {2}1 file, \d+ databases?: no findings\n$/);
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
  });
});

describe('all that is wrong is told of', () => {
  test.each(filesIn(err, '.yml'))('%s', async (file) => {
    const output = await outputOf(file);
    if (process.env.UPDATE_GOLDEN) writeFileSync(expectedOf(file), output);
    expect(output).toBe(readFileSync(expectedOf(file), 'utf8'));
  });

  test('and nothing is left over', () => {
    expect(filesIn(err, '.out')).toEqual(filesIn(err, '.yml').map((file) => file.replace(/\.yml$/, '.out')));
  });
});

/** Programs in src/topology that speak of something else. */
const otherTexts = ['json-schema.ts', 'starter.ts', 'baseline.ts', 'refusals.ts', 'rewrite.ts'];

/** What editors show of a key. */
const isDescription = (file: string, phrase: string) => file.startsWith('schema/') && /^[A-Z`].*\.$/.test(phrase);

/** What no file brings forth, and why. */
const unspoken = {
  '"__proto__" cannot be a key': 'said to the YAML parser alone',
  'bad indentation': 'said by the YAML parser',
  'there is a character here that is no text': 'such characters are refused before',
  'Remove it, or save the file as UTF-8.': 'such characters are refused before',
  'the merge keys (`<<`) of this file stand for too many values': 'its aliases do so before',
  'Write less with them.': 'its aliases do so before',
  'Expected a time with its unit, such as 200ms, 30s or 5m.': 'the schema says so before',
  'at most 100%': 'the schema says what else it can be',
  'an estimate for': 'what limit-estimated says in its own words',
  'the usual default': 'for people who ask how a plan comes about',
};

describe('the files in which something is wrong', () => {
  const outputs = () => filesIn(err, '.out').map((file) => readFileSync(join(err, file), 'utf8'));

  test('make every rule fire', () => {
    const fired = outputs().flatMap((output) => output.match(/(?<=^(?:error|warning|info) )\S+(?= {2})/gm) ?? []);
    expect(new Set(fired)).toEqual(new Set(rules.map(({ id }) => id)));
  });

  test('bring forth every sentence about mistakes in the input', () => {
    const said = outputs().map(oneLine).join(' ');
    const unsaid = phrasesOf(join(import.meta.dirname, '../../src/topology'))
      .filter(({ file, phrase }) => !otherTexts.includes(file) && !isDescription(file, phrase))
      .filter(({ phrase }) => !said.includes(phrase));
    expect(unsaid.map(({ phrase }) => phrase).sort()).toEqual(Object.keys(unspoken).sort());
  });
});
