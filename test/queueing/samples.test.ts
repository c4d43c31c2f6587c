import { expect, test } from '@jest/globals';
import { convolve, power } from '../../src/queueing/convolve.ts';
import { type Distribution, tail } from '../../src/queueing/distribution.ts';
import { connectionsInUse } from '../../src/queueing/in-use.ts';

const samples = 10_000_000;

/** Whole numbers below 2^32, always the same ones (xorshift). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** The inverse of a distribution, with what to search from for each part of 0 to 2^32. */
interface Inverse {
  readonly upTo: Float64Array;
  readonly guide: Uint16Array;
}

const parts = 2 ** 12;

function inverseOf({ probabilities }: Distribution): Inverse {
  let sum = 0;
  const upTo = probabilities.map((probability) => {
    sum += probability;
    return sum * 2 ** 32;
  });
  upTo[upTo.length - 1] = 2 ** 32;
  const guide = Uint16Array.from({ length: parts }, (_, part) =>
    upTo.findIndex((bound) => bound > (part / parts) * 2 ** 32),
  );
  return { upTo, guide };
}

/** How often each sum came up. */
function sampled(inverses: readonly Inverse[], most: number): Float64Array {
  const random = randomNumbers(20_260_601);
  const counts = new Float64Array(most + 1);
  for (let sample = 0; sample < samples; sample += 1) {
    let sum = 0;
    for (const { upTo, guide } of inverses) {
      const number = random();
      let index = guide[number >>> 20] as number;
      while ((upTo[index] as number) <= number) index += 1;
      sum += index;
    }
    counts[sum] = (counts[sum] as number) + 1;
  }
  return counts;
}

test('the sum of large processes is what ten million samples show', () => {
  const groups = [
    { inUse: connectionsInUse(100, 40), count: 3 },
    { inUse: connectionsInUse(30, 28.5), count: 2 },
  ];
  const inverses = groups.flatMap(({ inUse, count }) => new Array<Inverse>(count).fill(inverseOf(inUse)));
  const counts = sampled(inverses, 3 * 100 + 2 * 30);
  const sum = groups.map(({ inUse, count }) => power(inUse, count)).reduce(convolve);
  let above = 0;
  let looked = 0;
  for (let limit = counts.length - 2; limit >= 0; limit -= 1) {
    above += counts[limit + 1] as number;
    const expected = tail(sum, limit);
    if (samples * expected < 30 || samples * (1 - expected) < 30) continue;
    const error = Math.sqrt((expected * (1 - expected)) / samples);
    expect(Math.abs(above / samples - expected) / error).toBeLessThan(5);
    looked += 1;
  }
  expect(looked).toBeGreaterThan(80);
});
