import type { System, Workload } from '../../src/queueing/types.ts';

/** What a simulation saw: a mean, and half the width of its confidence interval (99.9%, from batch means). */
export interface Estimate {
  readonly mean: number;
  readonly within: number;
}

/** Taken out of the global object once: looking there each time takes most of the time of a test. */
const { log, max } = Math;

/** Numbers from 0 to 1, both excluded, the same for the same seed (sfc32, Doty-Humphrey's small fast counter). */
export function generator(seed: number): () => number {
  let [a, b, c, counter] = [seed, seed ^ 0x9e3779b9, 0x243f6a88, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 2 ** 32;
  };
  for (let round = 0; round < 20; round += 1) next();
  return next;
}

/** Times of a given mean and coefficient of variation: constant, Erlang-4, exponential, or balanced hyperexponential. */
export function holds({ hold, cv }: Workload, random: () => number): () => number {
  const exponential = (mean: number) => -mean * log(random());
  if (cv === 0) return () => hold;
  if (cv === 0.5) return () => (-hold / 4) * log(random() * random() * random() * random());
  if (cv === 1) return () => exponential(hold);
  // Two kinds of exponential times that take as much time altogether.
  const short = (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
  return () => exponential(hold / 2 / (random() < short ? short : 1 - short));
}

/**
 * Runs arrivals at random through the servers, first come first served: estimates of the mean wait (seconds), and of the
 * share that waits longer than each of the bounds (ascending). Each arrival goes to the server that is free first:
 * `free` is a heap of the times when they are.
 */
export function simulate(
  system: System,
  bounds: readonly number[],
  { arrivals, seed }: { readonly arrivals: number; readonly seed: number },
): Estimate[] {
  const random = generator(seed);
  const nextHold = holds(system, random);
  const free = new Float64Array(system.servers);
  let now = 0;
  const nextWait = () => {
    now -= log(random()) / system.rate;
    const start = max(now, free[0] as number);
    replaceFirst(free, start + nextHold());
    return start - now;
  };
  const meansOf = (count: number) => {
    let total = 0;
    const longer = bounds.map(() => 0);
    for (let each = 0; each < count; each += 1) {
      const wait = nextWait();
      total += wait;
      for (let bound = 0; bound < bounds.length && wait > (bounds[bound] as number); bound += 1) {
        longer[bound] = (longer[bound] as number) + 1;
      }
    }
    return [total, ...longer].map((sum) => sum / count);
  };
  meansOf(arrivals / 10);
  const means = Array.from({ length: batches }, () => meansOf(arrivals / batches));
  return [0, ...bounds].map((_, kind) => estimate(means.map((batch) => batch[kind] as number)));
}

const batches = 20;
/** The 99.95% point of Student's t with 19 degrees of freedom. */
const student = 3.8834;

function estimate(means: readonly number[]): Estimate {
  const mean = means.reduce((sum, each) => sum + each, 0) / batches;
  const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (batches - 1);
  return { mean, within: student * Math.sqrt(variance / batches) };
}

/** Replaces the smallest number of a heap. */
function replaceFirst(heap: Float64Array, value: number): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const child = right < heap.length && (heap[right] as number) < (heap[left] as number) ? right : left;
    if ((heap[child] as number) >= value) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = value;
}
