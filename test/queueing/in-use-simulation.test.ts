import { expect, test } from '@jest/globals';
import { power } from '../../src/queueing/convolve.ts';
import { type Distribution, tail } from '../../src/queueing/distribution.ts';
import { connectionsInUse } from '../../src/queueing/in-use.ts';
import type { System } from '../../src/queueing/types.ts';
import { generator, holds } from './simulation.ts';

const arrivals = 3_000_000;

/** Taken out of the global object once, as in `simulation.ts`. */
const { log, max } = Math;

/** How many of the connections each arrival finds in use, which is how many are at any moment (arrivals are Poisson). */
function simulated(system: System, seed: number): Distribution {
  const random = generator(seed);
  const nextHold = holds(system, random);
  const until = new Float64Array(system.servers);
  const counts = new Float64Array(system.servers + 1);
  let now = 0;
  for (let arrival = -arrivals / 20; arrival < arrivals; arrival += 1) {
    now -= log(random()) / system.rate;
    let [inUse, first] = [0, 0];
    for (let each = 0; each < until.length; each += 1) {
      if ((until[each] as number) > now) inUse += 1;
      if ((until[each] as number) < (until[first] as number)) first = each;
    }
    if (arrival >= 0) counts[inUse] = (counts[inUse] as number) + 1;
    until[first] = max(now, until[first] as number) + nextHold();
  }
  return { least: 0, probabilities: counts.map((count) => count / arrivals), limit: Infinity, beyond: 0 };
}

/** How many times the model's probability the simulated one is: that all are in use, and that so many of eight processes are. */
function compared(servers: number, load: number, cv: number, ofEight: number): number[] {
  const seen = simulated({ servers, rate: load, hold: 1, cv }, 100 * servers + 10 * cv);
  const model = connectionsInUse(servers, load);
  return [
    tail(seen, servers - 1) / tail(model, servers - 1),
    tail(power(seen, 8), ofEight) / tail(power(model, 8), ofEight),
  ];
}

test.each([
  [5, 2, 26],
  [10, 7, 72],
  [20, 10, 105],
])('%d connections with a load of %d: exponential times are as the model says', (servers, load, ofEight) => {
  const [full, sum] = compared(servers, load, 1, ofEight) as [number, number];
  expect(Math.abs(full - 1)).toBeLessThan(0.03);
  expect(Math.abs(sum - 1)).toBeLessThan(0.1);
});

test.each([
  [5, 2, 0, 26],
  [5, 2, 2, 26],
  [10, 7, 0, 72],
  [10, 7, 0.5, 72],
  [10, 7, 2, 72],
  [20, 10, 0, 105],
  [20, 10, 2, 105],
])('%d connections with a load of %d: times of cv %d make little difference', (servers, load, cv, ofEight) => {
  const [full, sum] = compared(servers, load, cv, ofEight) as [number, number];
  expect(Math.abs(full - 1)).toBeLessThan(0.12);
  expect(Math.abs(sum - 1)).toBeLessThan(0.35);
});
