import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDuration, parseSize } from '../../src/topology/units.ts';
import { plural, short } from '../../src/words/figures.ts';
import { listed } from '../../src/words/lists.ts';
import { bytes, decimal, duration, exactPercent, percent, size } from '../../src/words/units.ts';

test.each([
  [0, '0%'],
  [0.999, '99%'],
  [1, '100%'],
  [1.001, '101%'],
  [1.24, '124%'],
  [1e9, '>9999%'],
])('the measured share %f is %s', (share, expected) => expect(percent(share)).toBe(expected));

test.each([
  [0.1, '10%'],
  [1 / 8, '12.5%'],
  [0.07, '7%'],
  [0.333333, '33.3333%'],
])('the share %f that somebody set is %s', (share, expected) => expect(exactPercent(share)).toBe(expected));

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [330_301_440, '315 MiB'],
  [2.5 * 1024 ** 3, '2.5 GiB'],
])('%i bytes are %s', (value, expected) => expect(bytes(value)).toBe(expected));

test.each([
  [0, '0B'],
  [5e6, '5MB'],
  [2e9, '2GB'],
  [2.5 * 1024 ** 3, '2.5GiB'],
])('%i bytes are the size %s', (value, expected) => expect(size(value)).toBe(expected));

test('a size that is rounded up is never less, and reads back within a decimal', () => {
  const sizes = fc.oneof(
    fc.integer({ min: 1, max: 2 ** 40 }),
    fc.integer({ min: 1, max: 10 ** 6 }).map((mb) => mb * 1e6),
  );
  fc.assert(
    fc.property(sizes, (value) => {
      expect(parseSize(size(value, 'up'))).toBeGreaterThanOrEqual(value);
      expect(Math.abs((parseSize(size(value)) ?? 0) - value) / value).toBeLessThanOrEqual(0.05);
    }),
  );
});

test.each([
  [0.0031, '3.1ms'],
  [0.2, '200ms'],
  [2, '2s'],
])('%f seconds are %s, and read back', (seconds, expected) => {
  expect(duration(seconds)).toBe(expected);
  expect(parseDuration(expected)).toBe(seconds);
});

test.each([
  [4.82, '4.8'],
  [312.4, '312'],
])('%f is decimal %s', (value, expected) => expect(decimal(value)).toBe(expected));

test.each([
  [null, 'unlimited'],
  [9_999_999, '9999999'],
  [12_345_678, '1.2e7'],
  [-12_345_678, '-1.2e7'],
])('%p is short as %s', (value, expected) => expect(short(value)).toBe(expected));

test.each([
  [1, '1 node'],
  [0, '0 nodes'],
  [Infinity, 'unlimited nodes'],
  [null, 'unlimited nodes'],
])('%p nodes are %s', (count, expected) => expect(plural(count, 'node')).toBe(expected));

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('%j is listed as %s', (items, expected) => expect(listed(items)).toBe(expected));
