import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../src/findings/types.ts';
import { starter } from '../../src/topology/starter.ts';
import { mutate } from './mutate.ts';

const budgets = join(import.meta.dirname, '../../fixtures/budgets');
const originals = readdirSync(budgets)
  .filter((file) => file.endsWith('.yml'))
  .map((file) => readFileSync(join(budgets, file), 'utf8'))
  .concat(starter);

/** What no message may contain: control and bidirectional characters, line ends, stack traces, `undefined`. */
const forbidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cs}]|\bat .*\.ts:\d|undefined|\[object/u;

const mostMilliseconds = 2000;

export interface Outcome {
  readonly accepted: number;
  readonly refused: number;
  /** What must not happen, with the seed that makes it happen. */
  readonly wrong: readonly string[];
}

/** Runs a function on so many mutated files. It may return, or throw an InputError whose messages can be printed, within 2 s. */
export function tryMutations(run: (text: string) => unknown, count: number): Outcome {
  const wrong: string[] = [];
  let accepted = 0;
  for (let seed = 0; seed < count; seed++) {
    const text = mutate(seed, originals[seed % originals.length] ?? '');
    const start = performance.now();
    try {
      run(text);
      accepted++;
    } catch (error) {
      if (!(error instanceof InputError)) wrong.push(`${seed}: ${error}`);
      else if (error.problems.length === 0) wrong.push(`${seed}: no problem is named`);
      else {
        const bad = error.problems.find(({ message, hint, location: { line, column } }) => {
          return forbidden.test(`${message}${hint}`) || !(line >= 1 && column >= 1);
        });
        if (bad !== undefined) wrong.push(`${seed}: ${JSON.stringify(bad)}`);
      }
    }
    const milliseconds = performance.now() - start;
    if (milliseconds > mostMilliseconds) wrong.push(`${seed}: ${Math.round(milliseconds)} ms`);
  }
  return { accepted, refused: count - accepted, wrong };
}
