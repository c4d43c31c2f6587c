import { describe, test } from '@jest/globals';
import { diffFormats } from '../../../src/report/diff/index.ts';
import { expectGolden } from '../golden.ts';
import { cases } from './cases.ts';

const plain = { color: false, width: 80, all: false };
const table = await diffFormats.table();
const markdown = await diffFormats.markdown();

describe.each(Object.entries(cases))('%s', (name, diff) => {
  test('as a table', () => expectGolden(`diff/${name}.txt`, table(diff, plain)));
  test('as Markdown', () => expectGolden(`diff/${name}.md`, markdown(diff, plain)));
});
