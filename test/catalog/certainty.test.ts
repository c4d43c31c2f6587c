import { expect, test } from '@jest/globals';
import { isEstimate } from '../../src/catalog/certainty.ts';
import { appliesTo } from '../../src/catalog/versions.ts';

test.each([
  ['source code', false],
  ['documentation', false],
  ['measured', false],
  ['issue thread', false],
  ['third-party copy', true],
  ['observed', true],
  ['third-party claim', true],
  ['inferred', true],
] as const)('a figure known from "%s" is an estimate: %s', (certainty, expected) => {
  expect(isEstimate(certainty)).toBe(expected);
});

test.each([
  [{}, 15, true],
  [{ since: 16 }, 15, false],
  [{ since: 16 }, 16, true],
  [{ until: 15 }, 15, true],
  [{ until: 15 }, 16, false],
  [{ since: 12, until: 15 }, null, true],
] as const)('%j applies to version %s: %s', (range, version, expected) => {
  expect(appliesTo(range, version)).toBe(expected);
});
