import { expect, test } from '@jest/globals';
import { plan } from '../../src/index.ts';
import { type Format, formats } from '../../src/report/index.ts';
import { tryMutations } from './try-mutations.ts';

const files = 10_000;

/** Characters that could steer a terminal or a program that reads the output: all control characters but the line end. */
const steering = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

const formatters = Promise.all(
  (Object.keys(formats) as Format[]).map(async (format) => [format, await formats[format]()] as const),
);

test(`${files} mutated files are each planned and printed in every format, or refused in words`, async () => {
  const all = await formatters;
  const { accepted, wrong } = tryMutations((text) => {
    const { document } = plan(text, { path: 'mutated.yml', today: '2026-11-22' });
    for (const [format, print] of all) {
      const output = print([document], { color: false, width: 80, all: true });
      if (steering.test(output)) throw new Error(`${format} lets a control character through`);
      if (/^::|undefined|\bNaN\b|\[object/m.test(output)) throw new Error(`${format} prints what it must not`);
    }
  }, files);
  expect(wrong).toEqual([]);
  expect(accepted).toBeGreaterThan(files / 20);
});
