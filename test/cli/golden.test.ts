import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { formatGolden, parseGolden } from './golden.ts';
import { perform } from './run.ts';

const folder = join(import.meta.dirname, 'runs');

/** Each file is a command line and everything that comes of it. With UPDATE_GOLDEN=1 they are written anew. */
test.each(readdirSync(folder))('%s', async (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const run = parseGolden(text);
  const performed = formatGolden({ ...run, ...(await perform(run)) });
  if (process.env.UPDATE_GOLDEN) writeFileSync(join(folder, name), performed);
  else expect(performed).toBe(text);
});
