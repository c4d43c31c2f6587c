import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ceilOf, floorOf } from '../../src/budget/ratio.ts';

describe('a share of a number', () => {
  test.each([
    [10, 1, 4, 2, 3],
    [8, 1, 4, 2, 2],
    [0, 1, 4, 0, 0],
    [3, 333, 1000, 0, 1],
    [1000, 333, 1000, 333, 333],
    [10, 11, 10, 11, 11],
  ])('%d x %d/%d is between %d and %d', (n, numerator, denominator, down, up) => {
    expect([floorOf(n, { numerator, denominator }), ceilOf(n, { numerator, denominator })]).toEqual([down, up]);
  });

  test('is exact, beyond 2^53 as well', () => {
    const whole = fc.maxSafeNat();
    fc.assert(
      fc.property(
        whole,
        fc.oneof(fc.nat(1000), whole),
        fc.oneof(fc.integer({ min: 1, max: 1000 }), whole),
        (n, part, of) => {
          const ratio = { numerator: part, denominator: Math.max(1, of) };
          const product = BigInt(n) * BigInt(ratio.numerator);
          const denominator = BigInt(ratio.denominator);
          expect(floorOf(n, ratio)).toBe(Number(product / denominator));
          expect(ceilOf(n, ratio)).toBe(Number((product + denominator - 1n) / denominator));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
