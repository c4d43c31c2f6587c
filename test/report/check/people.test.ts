import { describe, expect, test } from '@jest/globals';
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

const of = (name: string) => cases[name] as (typeof cases)[string];

test.each([
  ['with-base-all.txt', () => table(of('with-base'), { ...plain, all: true })],
  ['many-files-quiet.txt', () => table(of('many-files'), { ...plain, quiet: true })],
  ['many-files-quiet.md', () => markdown(of('many-files'), { ...plain, quiet: true })],
  ['not-judged-quiet.txt', () => table(of('not-judged'), { ...plain, quiet: true })],
  ['not-judged-quiet.md', () => markdown(of('not-judged'), { ...plain, quiet: true })],
  ['one-file-fails-color.txt', () => table(of('one-file-fails'), { ...plain, color: true })],
])('%s', (name, text) => expectGolden(`check/${name}`, text()));

test('quiet says nothing of a gate that passes', () => {
  expect(table(of('many-files-pass'), { ...plain, quiet: true })).toBe('');
  expect(markdown(of('many-files-pass'), { ...plain, quiet: true })).toBe('');
});
