import { expect } from '@jest/globals';

/** The largest relative error that is allowed. */
const tolerance = 1e-12;

/** Expects numbers that are those expected but for a relative error of 1e-12, the smallest as the largest. */
export function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  const wrong = expected.flatMap((value, index) => {
    const got = actual[index] as number;
    return Math.abs(got - value) <= tolerance * value ? [] : [{ index, got, expected: value }];
  });
  expect(wrong).toEqual([]);
}
