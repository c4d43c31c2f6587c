import { describe, expect, test } from '@jest/globals';
import { serversFor } from '../../src/queueing/servers-for.ts';
import { meanWait, waitAt, waitBeyond } from '../../src/queueing/wait.ts';
import { type Estimate, generator, holds, simulate } from './simulation.ts';

const arrivals = 1_200_000;

/** By how many percent the formulas are above (or below) what a simulation of 30 million arrivals gives. */
interface Off {
  readonly mean: number;
  readonly waiting: number;
  /** Share that waits longer than the 90th and 99th percentile of the formula. */
  readonly at90: number;
  readonly at99: number;
}

const exact: Off = { mean: 0, waiting: 0, at90: 0, at99: 0 };

/** Compares them with a simulation, corrected by so many percent: the result lies in its confidence interval. */
function compare(servers: number, utilization: number, cv: number, off: Off): void {
  const system = { servers, rate: servers * utilization, hold: 1, cv };
  const bounds = [0, waitAt(system, 90), waitAt(system, 99)];
  const seed = 1000 * servers + 10 * cv;
  const estimates = simulate(system, bounds, { arrivals, seed });
  const formulas = [meanWait(system), ...bounds.map((bound) => waitBeyond(system, bound))];
  const percents = [off.mean, off.waiting, off.at90, off.at99];
  estimates.forEach(({ mean, within }, index) => {
    const corrected = (formulas[index] as number) / (1 + (percents[index] as number) / 100);
    expect(Math.abs(corrected - mean)).toBeLessThanOrEqual(within);
    // A run too short to tell right from wrong would prove nothing.
    expect(within / mean).toBeLessThan([0.25, 0.1, 0.25, 0.7][index] as number);
  });
}

describe('exponential times: the formulas are exact', () => {
  test.each([
    [1, 0.5],
    [2, 0.7],
    [5, 0.8],
    [10, 0.6],
    [30, 0.8],
  ])('%d servers, utilization %d', (servers, utilization) => compare(servers, utilization, 1, exact));
});

describe('other times: the mean is right, and shares are so far off', () => {
  test.each<[cv: number, servers: number, utilization: number, Off]>([
    [0, 1, 0.5, { mean: 0, waiting: 0, at90: 0, at99: -1 }],
    [0, 2, 0.7, { mean: 0, waiting: 2, at90: -1, at99: 4 }],
    [0, 5, 0.8, { mean: 0, waiting: 4, at90: 0, at99: 10 }],
    [0, 10, 0.6, { mean: 0, waiting: 9, at90: 13, at99: -22 }],
    [0, 30, 0.8, { mean: 0, waiting: 10, at90: 0, at99: -6 }],
    [0.5, 1, 0.5, { mean: 0, waiting: 0, at90: -1, at99: 4 }],
    [0.5, 2, 0.7, { mean: 0, waiting: 1, at90: 0, at99: 6 }],
    [0.5, 5, 0.8, { mean: 0, waiting: 2, at90: 0, at99: 9 }],
    [0.5, 10, 0.6, { mean: 0, waiting: 5, at90: 8, at99: -5 }],
    [0.5, 30, 0.8, { mean: 0, waiting: 6, at90: 0, at99: 5 }],
    [2, 1, 0.5, { mean: 0, waiting: 0, at90: -14, at99: 13 }],
    [2, 2, 0.7, { mean: 0, waiting: -1, at90: -12, at99: -1 }],
    [2, 5, 0.8, { mean: 0, waiting: -3, at90: -9, at99: -17 }],
    [2, 10, 0.6, { mean: 0, waiting: -6, at90: -5, at99: -8 }],
    [2, 30, 0.8, { mean: 0, waiting: -6, at90: 6, at99: -14 }],
  ])('cv %d, %d servers, utilization %d: %o', (cv, servers, utilization, off) =>
    compare(servers, utilization, cv, off),
  );
});

describe('as many servers as let 1% wait longer than a tenth of the time', () => {
  // Percent that do, by simulation of 4 million arrivals: whole servers are mostly a little more than enough.
  test.each([
    [8, 0, 0.76],
    [8, 0.5, 0.81],
    [8, 1, 0.94],
    [8, 2, 0.46],
    [50, 0, 1.1],
    [50, 0.5, 0.94],
    [50, 1, 0.87],
    [50, 2, 0.82],
  ])('%d Erlang, cv %d: %d%%', (load, cv, percent) => {
    const workload = { rate: load, hold: 1, cv };
    const system = { ...workload, servers: serversFor(workload, 0.1, 99) };
    const [, longer] = simulate(system, [0.1], { arrivals, seed: load });
    const { mean, within } = longer as Estimate;
    expect(Math.abs(percent / 100 - mean)).toBeLessThanOrEqual(within);
    expect(within).toBeLessThan(0.005);
  });
});

test.each([0, 0.5, 1, 2])('times of the simulation have the mean and the variation they should, cv %d', (cv) => {
  const next = holds({ rate: 1, hold: 3, cv }, generator(1));
  const times = Array.from({ length: 200_000 }, next);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length;
  expect(mean / 3).toBeCloseTo(1, 1.5);
  expect(Math.sqrt(variance) / mean).toBeCloseTo(cv, 1);
});
