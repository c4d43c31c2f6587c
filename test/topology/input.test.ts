import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../src/findings/types.ts';
import { parseTopology } from '../../src/topology/index.ts';

const folder = join(import.meta.dirname, '../../fixtures/input');
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.yml'))
  .map((file) => file.slice(0, -4));

/** Every problem as `path:line:column: message` with its hint below; lines `# --set ...` at the top of a case are its sets. */
function problemsOf(name: string): string {
  const text = readFileSync(join(folder, `${name}.yml`), 'utf8');
  const sets = [...text.matchAll(/^# --set (.*)$/gm)].map(([, set = '']) => set);
  try {
    parseTopology(text, `${name}.yml`, sets);
    return 'no problem\n';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems
      .map(({ location: { path, line, column }, message, hint }) => {
        const place = `${path}:${line}:${column}: ${message}\n`;
        return hint === null ? place : `${place}    ${hint}\n`;
      })
      .join('');
  }
}

describe('bad input is told, all of it at once', () => {
  test.each(cases)('%s', (name) => {
    const output = join(folder, `${name}.out`);
    if (process.env.UPDATE_GOLDEN) writeFileSync(output, problemsOf(name));
    expect(problemsOf(name)).toBe(readFileSync(output, 'utf8'));
  });

  test('no expected output is left over', () => {
    const outputs = readdirSync(folder).filter((file) => file.endsWith('.out'));
    expect(outputs.map((file) => file.slice(0, -4))).toEqual(cases);
  });
});
