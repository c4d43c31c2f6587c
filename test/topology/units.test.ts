import { describe, expect, test } from '@jest/globals';
import { parseDuration, parseRate, parseRatio, parseSize } from '../../src/topology/units.ts';

describe('units', () => {
  test.each([
    ['25%', [1, 4]],
    ['33.3%', [333, 1000]],
    ['0%', [0, 1]],
    ['150%', [3, 2]],
    ['0.1', [1, 10]],
    [1.5, [3, 2]],
    [2, [2, 1]],
    ['999999999.999999', [999999999999999, 1000000]],
    ['-1', null],
    ['1e3', null],
    [1e-7, null],
    ['1.', null],
    ['', null],
    ['25 %', null],
  ])('ratio %j', (written, expected) => {
    const ratio = parseRatio(written);
    expect(ratio && [ratio.numerator, ratio.denominator]).toEqual(expected);
  });

  test.each([
    ['200ms', 0.2],
    ['500us', 0.0005],
    ['30s', 30],
    ['5m', 300],
    ['1h', 3600],
    ['1m30s', 90],
    ['2d', 172800],
    ['0', 0],
    ['30', null],
    ['s', null],
    ['-5s', null],
    ['5 s', null],
  ])('duration %j is %j seconds', (written, expected) => {
    expect(parseDuration(written)).toBe(expected);
  });

  test.each([
    ['5MB', 5_000_000],
    ['16GiB', 17_179_869_184],
    ['16Gi', 17_179_869_184],
    ['1.5GB', 1_500_000_000],
    ['64 kB', 64_000],
    ['0.5KiB', 512],
    ['7B', 7],
    ['16', null],
    ['5mb', null],
    ['999999999999TiB', null],
  ])('size %j is %j bytes', (written, expected) => {
    expect(parseSize(written)).toBe(expected);
  });

  test.each([
    ['300/s', 300],
    ['6k/m', 100],
    ['1.8M/h', 500],
    ['300', null],
    ['300/d', null],
  ])('rate %j is %j a second', (written, expected) => {
    expect(parseRate(written)).toBe(expected);
  });
});
