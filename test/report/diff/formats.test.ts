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

const of = (name: string) => cases[name] as (typeof cases)[string];

test.each([
  ['forty-causes-all.txt', () => table(of('forty-causes'), { ...plain, all: true })],
  ['overcommit-narrow.txt', () => table(of('overcommit'), { ...plain, width: 60 })],
  ['poolers-narrow.txt', () => table(of('poolers'), { ...plain, width: 60 })],
  ['one-edit-color.txt', () => table(of('one-edit'), { ...plain, color: true })],
])('%s', (name, text) => expectGolden(`diff/${name}`, text()));
