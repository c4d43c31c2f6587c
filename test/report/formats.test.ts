import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { documentSchema } from '../../src/documents/plan/schema.ts';
import { formats } from '../../src/report/index.ts';
import { cases } from './cases.ts';
import { expectGolden } from './golden.ts';

const plain = { color: false, width: 80, all: false };
const validate = new Ajv2020({ strict: true }).compile(documentSchema);
const table = await formats.table();
const markdown = await formats.markdown();
const json = await formats.json();

describe.each(Object.entries(cases))('%s', (name, document) => {
  test('as a table', () => expectGolden(`${name}.txt`, table([document], plain)));
  test('as Markdown', () => expectGolden(`${name}.md`, markdown([document], plain)));
  test('as JSON: the document itself, and what the schema says', () => {
    expect(JSON.parse(json([document], plain))).toEqual(document);
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });
});

const { smallest, fitting, poolers, hostile } = cases as Record<string, (typeof cases)[string] & object>;

test.each([
  ['smallest.json', () => json([need(smallest)], plain)],
  ['hostile.json', () => json([need(hostile)], plain)],
  ['several.json', () => json([need(smallest), need(fitting)], plain)],
  ['several.txt', () => table([need(smallest), need(fitting)], plain)],
  ['several.md', () => markdown([need(smallest), need(fitting)], plain)],
  ['poolers-wide.txt', () => table([need(poolers)], { ...plain, width: 140 })],
  ['poolers-narrow.txt', () => table([need(poolers)], { ...plain, width: 60 })],
  ['smallest-color.txt', () => table([need(smallest)], { ...plain, color: true })],
])('%s', (name, text) => expectGolden(name, text()));

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no such case');
  return value;
}

test('--all folds nothing away', () => {
  const document = need(cases['three-hundred-services']);
  const folded = table([document], plain);
  const everything = table([document], { ...plain, all: true });
  expect([folded.includes('service-250.pools'), everything.includes('service-250.pools')]).toEqual([false, true]);
  const pointer = /value-assumed.*see "Assumed" below/;
  expect([pointer.test(folded), pointer.test(everything)]).toEqual([true, false]);
});
