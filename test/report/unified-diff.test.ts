import { expect, test } from '@jest/globals';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { unifiedDiff } from '../../src/report/text/unified-diff.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c = 1', ''), { maxLength: 12 });
const text = lines.map((each) => each.map((line) => `${line}\n`).join(''));

test('the difference makes one text the other', () => {
  fc.assert(
    fc.property(text, text, (old, next) => {
      const difference = unifiedDiff('limits.sql', old, next);
      expect(difference === '').toBe(old === next);
      if (difference !== '') expect(applyPatch(old, difference)).toBe(next);
    }),
  );
});

test('what a terminal would act on is shown', () => {
  expect(unifiedDiff('a', 'x\u001b[2J\r\n', 'x\n')).toContain('-x\\x1b[2J\\r\n+x\n');
});

test('texts that have little in common are said to have', () => {
  const many = (word: string) => `${word}\n`.repeat(20_000);
  expect(unifiedDiff('a.env', many('old'), many('new'))).toBe('a.env: more than 1000 lines differ\n');
});
