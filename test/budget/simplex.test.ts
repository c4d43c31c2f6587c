import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maximize, type Program } from '../../src/budget/search/simplex.ts';

const whole = (min: number, max: number) => fc.integer({ min, max });
const exactly = (length: number) => ({ minLength: length, maxLength: length });
const programs: fc.Arbitrary<Program> = fc
  .record({ width: whole(1, 8), height: whole(1, 6) })
  .chain(({ width, height }) =>
    fc.record({
      gains: fc.array(whole(-5, 20), exactly(width)),
      most: fc.array(whole(0, 10), exactly(width)),
      rows: fc.array(
        fc.record({
          coefficients: fc.array(whole(-5, 5), exactly(width)).map((row) => Float64Array.from(row)),
          limit: whole(0, 20),
        }),
        exactly(height),
      ),
    }),
  );

const product = (a: ArrayLike<number>, b: readonly number[]) =>
  b.reduce((sum, each, i) => sum + each * (a[i] as number), 0);

test('the values keep all limits, and the prices prove that no others gain more', () => {
  fc.assert(
    fc.property(programs, (program) => {
      const { gains, most, rows } = program;
      const { values, prices } = maximize(program);
      values.forEach((value, index) => {
        expect(value).toBeGreaterThanOrEqual(-1e-6);
        expect(value).toBeLessThanOrEqual((most[index] as number) + 1e-6);
      });
      for (const { coefficients, limit } of rows)
        expect(product(coefficients, values)).toBeLessThanOrEqual(limit + 1e-6);
      const paid = gains.map((_, index) =>
        rows.reduce((sum, row, at) => sum + (row.coefficients[index] as number) * (prices[at] as number), 0),
      );
      const atPrices = rows.reduce((sum, { limit }, at) => sum + limit * (prices[at] as number), 0);
      const beyond = gains.map((gain, index) => Math.max(0, gain - (paid[index] as number)));
      expect(product(gains, values)).toBeCloseTo(atPrices + product(beyond, most), 6);
    }),
    { numRuns: 1_000 },
  );
});
