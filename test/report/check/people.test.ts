import { describe, test } from '@jest/globals';
import { checkFormats } from '../../../src/report/check/index.ts';
import { expectGolden } from '../golden.ts';
import { cases } from './cases.ts';

const plain = { color: false, width: 80, all: false, quiet: false, rules: [], version: '1.0.0' };
const table = await checkFormats.table();
const markdown = await checkFormats.markdown();

describe.each(Object.entries(cases))('%s', (name, check) => {
  test('as a table', () => expectGolden(`check/${name}.txt`, table(check, plain)));
  test('as Markdown', () => expectGolden(`check/${name}.md`, markdown(check, plain)));
});
