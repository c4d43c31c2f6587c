/**
 * The wait of those arrivals that find every server busy (M/G/c, first come first served). Exact where the coefficient of
 * variation (cv) of the hold is 1: exponential with mean hold / (servers - load) (Cooper, Introduction to Queueing Theory,
 * 2nd edition). For any other cv two moments approximate it:
 *
 * The mean is that times (1 + cv^2) / 2, which is Allen-Cunneen (Allen, Probability, Statistics and Queueing Theory, 2nd
 * edition, chapter 5), exact for one server (Pollaczek-Khinchine); and times (1 + g) / (1 + g x cv^2) for several, which
 * follows from Kimura's harmonic mean of the waits in M/M/c and M/D/c (Management Science 32, 1986), where 1 + g is by how
 * much M/D/c waits longer than half of M/M/c (Cosmetatos, INFOR 13, 1975), at most what it is where waits are rare. Without
 * it, the mean is up to a third too low for constant times, and twice too high for cv 2.
 *
 * Its variation is that of one server (Whitt, Production and Operations Management 2, 1993); a distribution with both is
 * one exponential time of two kinds, or two of them one after the other.
 */

import { loadOf } from './load.ts';
import type { System } from './types.ts';

/** The mean in seconds; Infinity where the load is at least the servers. */
export function meanDelay(system: System): number {
  const { servers, hold, cv } = system;
  const g = longerThanHalf(system);
  const square = cv * cv;
  const exponential = hold / Math.max(0, servers - loadOf(system));
  return ((exponential * (1 + square)) / 2) * ((1 + g) / (1 + g * square));
}

function longerThanHalf(system: System): number {
  const { servers } = system;
  const load = loadOf(system);
  if (load >= servers) return 0;
  const cosmetatos = ((servers - load) / load) * ((servers - 1) / servers) * ((Math.sqrt(4 + 5 * servers) - 2) / 16);
  // Where nobody else waits, one waits for the first of all servers: hold / (servers + 1) for constant times.
  return Math.min(cosmetatos, (servers - 1) / (servers + 1));
}

/** The squared coefficient of variation: 1 for exponential times. */
function variation(system: System): number {
  const square = system.cv * system.cv;
  const third = square < 1 ? (1 + 2 * square) * (1 + square) : 3 * square * (1 + square);
  const idle = 1 - Math.min(1, loadOf(system) / system.servers);
  return 1 - 2 * idle + (4 / 3) * idle * (third / (1 + square) ** 2);
}

/** The share of those that wait who wait longer than so many seconds. */
export function delayedBeyond(system: System, seconds: number): number {
  const mean = meanDelay(system);
  if (mean === Infinity || seconds === 0) return 1;
  const square = variation(system);
  if (square >= 1) return ofTwoKinds(seconds / mean, square);
  return oneAfterTheOther(seconds / mean, square);
}

/** Two kinds of exponential times that take as much time altogether, with mean 1. */
function ofTwoKinds(time: number, square: number): number {
  const short = (1 + Math.sqrt((square - 1) / (square + 1))) / 2;
  return short * Math.exp(-2 * short * time) + (1 - short) * Math.exp(-2 * (1 - short) * time);
}

/** Two exponential times one after the other, with mean 1 together; they cannot vary less than two alike. */
function oneAfterTheOther(time: number, square: number): number {
  const apart = Math.sqrt(Math.max(0, 2 * square - 1));
  const [long, short] = [(1 + apart) / 2, (1 - apart) / 2];
  if (apart === 0) return (1 + time / long) * Math.exp(-time / long);
  return Math.exp(-time / long) * (1 - (short / apart) * Math.expm1((-time * apart) / (long * short)));
}
