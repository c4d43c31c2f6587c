import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { erlangC } from '../../src/queueing/erlang.ts';
import { loadOf, meanInUse, utilization } from '../../src/queueing/load.ts';
import { serversFor } from '../../src/queueing/servers-for.ts';
import { meanWait, waitAt, waitBeyond } from '../../src/queueing/wait.ts';

const system = (servers: number, rate: number, hold: number, cv = 1) => ({ servers, rate, hold, cv });

describe('published waits', () => {
  test('one or two doctors, 2 patients an hour, 20 minutes each (Hillier and Lieberman, Introduction to Operations Research)', () => {
    const [one, two] = [system(1, 2, 1 / 3), system(2, 2, 1 / 3)];
    expect([one, two].map(meanWait)).toEqual([expect.closeTo(2 / 3, 14), expect.closeTo(1 / 24, 14)]);
    expect([0, 1 / 2, 1].map((hours) => waitBeyond(one, hours))).toEqual([
      expect.closeTo(0.667, 3),
      expect.closeTo(0.404, 3),
      expect.closeTo(0.245, 3),
    ]);
    expect([0, 1].map((hours) => waitBeyond(two, hours))).toEqual([expect.closeTo(0.167, 3), expect.closeTo(0.003, 3)]);
  });

  test('three ophthalmologists, 6 patients an hour, 20 minutes each (Gross and Harris, Fundamentals of Queueing Theory)', () => {
    expect(meanWait(system(3, 6, 1 / 3))).toBeCloseTo(4 / 27, 14);
    expect(erlangC(3, 2)).toBeCloseTo(4 / 9, 14);
  });
});

const workload = fc.record({
  rate: fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
  hold: fc.double({ min: 1e-6, max: 1, noNaN: true }),
  cv: fc.constantFrom(0, 0.5, 1, 2, 10),
});
const percentile = fc.oneof(fc.constantFrom(50, 90, 99, 99.9, 99.999), fc.double({ min: 1, max: 99.999, noNaN: true }));
const busy = fc
  .tuple(workload, fc.integer({ min: 0, max: 100 }))
  .map(([work, spare]) => ({ ...work, servers: Math.floor(loadOf(work)) + 1 + spare }));

/** Even. */
const steps = 5_000;

describe('waits', () => {
  test('the wait at a percentile is where that many wait no longer', () => {
    fc.assert(
      fc.property(busy, percentile, (queue, at) => {
        const longer = (100 - at) / 100;
        const seconds = waitAt(queue, at);
        if (seconds > 0) expect(waitBeyond(queue, seconds) / longer).toBeCloseTo(1, 10);
        else expect(waitBeyond(queue, 0)).toBeLessThanOrEqual(longer);
      }),
    );
  });

  test('the mean is what the shares that wait longer add up to', () => {
    fc.assert(
      fc.property(busy, (queue) => {
        const mean = meanWait(queue);
        const waiting = waitBeyond(queue, 0);
        if (waiting < 1e-290) return;
        // Simpson's rule, as far as 150 times the mean of those that wait.
        const step = (mean / waiting) * (150 / steps);
        let sum = waiting;
        for (let at = 1; at <= steps; at += 1) sum += (at % 2 === 0 ? 2 : 4) * waitBeyond(queue, at * step);
        expect((sum * step) / 3 / mean).toBeCloseTo(1, 4);
      }),
    );
  });

  test('one server waits as Pollaczek and Khinchine say', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.999, noNaN: true }), fc.constantFrom(0, 0.5, 1, 3), (load, cv) => {
        const [hold, rate] = [0.02, load / 0.02];
        const secondMoment = hold * hold * (1 + cv * cv);
        expect(meanWait(system(1, rate, hold, cv)) / ((rate * secondMoment) / 2 / (1 - load))).toBeCloseTo(1, 10);
      }),
    );
  });

  test('nobody waits where nothing arrives, nothing takes time, or servers are unbounded', () => {
    for (const queue of [system(3, 0, 1), system(3, 100, 0), system(Infinity, 100, 1)]) {
      expect([meanWait(queue), waitBeyond(queue, 0), waitAt(queue, 99), waitAt(queue, 100)]).toEqual([0, 0, 0, 0]);
    }
  });

  test.each([100, 101])('there is no end of it where as much arrives as the servers can do (%d/s)', (rate) => {
    const queue = system(1, rate, 0.01, 0);
    expect([meanWait(queue), waitBeyond(queue, 1e6), waitAt(queue, 1)]).toEqual([Infinity, 1, Infinity]);
  });

  test('there is no bound for all', () => {
    expect(waitAt(system(2, 1, 1), 100)).toBe(Infinity);
  });
});

test('connections in use are rate x hold, and no more than there are (Little)', () => {
  expect([meanInUse(system(10, 300, 0.012)), utilization(system(10, 300, 0.012))]).toEqual([3.6, 0.36]);
  expect([meanInUse(system(3, 300, 0.012)), utilization(system(3, 300, 0.012))]).toEqual([3, 1]);
  expect(utilization(system(Infinity, 300, 0.012))).toBe(0);
});

describe('the fewest servers', () => {
  test.each([
    // 30 calls an hour of 5 minutes: 90% are not delayed (https://reference.wolfram.com/language/ref/ErlangC.html).
    [30 / 3600, 300, 0, 90, 6],
    [300, 0.012, 0.005, 99, 8],
    [0, 1, 0, 99.999, 1],
    [100, 0, 0, 99.999, 1],
    [1, 1, Infinity, 99, 2],
    [1, 1, 0.005, 100, Infinity],
    [1, 1, -1, 99, Infinity],
    [1e200, 1e200, 1, 99, Infinity],
  ])('%d/s of %d s with waits of at most %d s at the %dth percentile: %d', (rate, hold, target, at, servers) => {
    expect(serversFor({ rate, hold, cv: 1 }, target, at)).toBe(servers);
  });

  test('are enough, and one fewer is not', () => {
    const target = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(workload, target, percentile, (work, seconds, at) => {
        const servers = serversFor(work, seconds, at);
        expect(waitAt({ ...work, servers }, at)).toBeLessThanOrEqual(seconds);
        if (servers > 1) expect(waitAt({ ...work, servers: servers - 1 }, at)).toBeGreaterThan(seconds);
      }),
      { numRuns: 1000 },
    );
  });

  test('are found for a million connections in use as well', () => {
    const work = { rate: 1e6, hold: 1, cv: 1 };
    const servers = serversFor(work, 0.005, 99);
    expect(waitAt({ ...work, servers }, 99)).toBeLessThanOrEqual(0.005);
    expect(waitAt({ ...work, servers: servers - 1 }, 99)).toBeGreaterThan(0.005);
  });

  test('shrink with the target, and grow with the load, its variation and the percentile', () => {
    const more = fc.double({ min: 1, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        workload,
        fc.double({ min: 0, max: 1, noNaN: true }),
        percentile,
        more,
        (work, seconds, at, times) => {
          const servers = serversFor(work, seconds, at);
          expect(serversFor(work, seconds * times, at)).toBeLessThanOrEqual(servers);
          expect(serversFor({ ...work, rate: work.rate * times }, seconds, at)).toBeGreaterThanOrEqual(servers);
          expect(serversFor({ ...work, cv: work.cv * times }, seconds, at)).toBeGreaterThanOrEqual(servers);
          expect(serversFor(work, seconds, 100 - (100 - at) / times)).toBeGreaterThanOrEqual(servers);
        },
      ),
      { numRuns: 200 },
    );
  });
});
