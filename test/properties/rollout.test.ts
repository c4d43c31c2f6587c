import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drainingNodes } from '../../src/budget/rollout/rolling.ts';
import type { Rolling } from '../../src/topology/types.ts';
import { peakOfRollout } from './kubernetes-rollout.ts';
import { peakOfStopFirst } from './swarm-rollout.ts';

interface Timed {
  readonly nodes: number;
  readonly surge: number;
  readonly unavailable: number;
  readonly readyAfter: number;
  readonly drain: number;
}

const none = { numerator: 0, denominator: 1 };

function limits(surge: number, unavailable: number, waitsForExit = 0): Rolling {
  return {
    kind: 'rolling',
    surge: { share: none, round: 'up', atLeast: surge },
    unavailable: { share: none, round: 'down', atLeast: unavailable },
    bothZero: 'one_unavailable',
    waitsForExit,
  };
}

/** The plan's figure for a rollout whose times are in ticks. */
function planned({ nodes, surge, unavailable, readyAfter, drain }: Timed): number {
  return drainingNodes(limits(surge, unavailable), nodes, readyAfter, drain);
}

/** The formula without the end of the rollout. */
function closedForm({ nodes, surge, unavailable, readyAfter, drain }: Timed): number {
  if (drain === 0) return nodes + surge;
  const waves = Math.floor(drain / readyAfter) + 1;
  return Math.min(2 * nodes, nodes + surge + (surge + unavailable) * waves);
}

/** Every rollout of up to `most` nodes with limits that move it. */
function* grid(most: number): Generator<Timed> {
  for (let nodes = 0; nodes <= most; nodes += 1)
    for (let surge = 0; surge <= nodes; surge += 1)
      for (let unavailable = surge === 0 ? Math.min(1, nodes) : 0; unavailable <= nodes; unavailable += 1)
        for (const readyAfter of [1, 2, 3, 5, 7])
          for (const drain of [0, 1, 2, 3, 4, 6, 7, 10, 15, 20]) yield { nodes, surge, unavailable, readyAfter, drain };
}

/** Numbers that look random and are the same every time (mulberry32). */
function randomly(seed: number): (least: number, most: number) => number {
  let state = seed;
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
  };
}

describe('a Kubernetes rollout', () => {
  test('never has more nodes alive than planned, in 100,000 rollouts with random times', () => {
    const random = randomly(20261122);
    const above: unknown[] = [];
    for (let run = 0; run < 100_000; run += 1) {
      const nodes = random(1, 16);
      const surge = random(0, nodes);
      const unavailable = surge === 0 ? random(1, nodes) : random(0, nodes);
      const rollout = { nodes, surge, unavailable, readyAfter: random(1, 8), drain: random(0, 30) };
      // Half of the pods take the times at the edge, the others any time that is allowed.
      const readiness = () => rollout.readyAfter + Math.max(0, random(-10, 10));
      const drain = () => Math.max(0, rollout.drain - Math.max(0, random(-10, 10)));
      const peak = peakOfRollout({ ...rollout, readiness, drain, unhealthy: random(0, 3) % (nodes + 1) });
      if (peak > planned(rollout)) above.push({ rollout, peak, planned: planned(rollout) });
    }
    expect(above).toEqual([]);
  });

  test('has exactly as many when every node takes the least time to be ready and the most to drain', () => {
    const missed = [...grid(9)].filter((rollout) => {
      const { readyAfter, drain } = rollout;
      const peak = peakOfRollout({ ...rollout, readiness: () => readyAfter, drain: () => drain, unhealthy: 0 });
      return peak !== planned(rollout);
    });
    expect(missed).toEqual([]);
  });

  test('has no more than the closed form says, and fewer where it ends within few batches', () => {
    const rollouts = [...grid(12)];
    expect(rollouts.filter((rollout) => planned(rollout) > closedForm(rollout))).toEqual([]);
    expect(rollouts.filter((rollout) => planned(rollout) < closedForm(rollout)).length).toBeGreaterThan(0);
  });

  test('reaches twice the nodes with nodes that are ready at once, or drain for ever', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(40), fc.nat(40), fc.nat(1000), (nodes, surge, unavailable, time) => {
        const rolling = limits(surge, unavailable);
        expect(drainingNodes(rolling, nodes, 0, 1 + time)).toBe(2 * nodes);
        expect(drainingNodes(rolling, nodes, time, Number.POSITIVE_INFINITY)).toBe(2 * nodes);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a Docker Swarm update, stop-first', () => {
  const wait = 60;

  test('never has more tasks alive than planned', () => {
    const times = fc.record({ nodes: fc.integer({ min: 1, max: 12 }), readyAfter: fc.nat(40), drain: fc.nat(400) });
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        ({ nodes, readyAfter, drain }, parallelism, seed) => {
          const random = randomly(seed);
          const readiness = () => readyAfter + Math.max(0, random(-20, 20));
          const drains = () => Math.max(0, drain - Math.max(0, random(-200, 200)));
          const peak = peakOfStopFirst({ nodes, parallelism, wait, readiness, drain: drains });
          expect(peak).toBeLessThanOrEqual(drainingNodes(limits(0, parallelism, wait), nodes, readyAfter, drain));
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('has exactly as many when every task takes the least time to run and the most to stop', () => {
    const missed: unknown[] = [];
    for (let nodes = 1; nodes <= 9; nodes += 1)
      for (let parallelism = 1; parallelism <= nodes; parallelism += 1)
        for (const readyAfter of [0, 1, 5, 30])
          for (const drain of [0, 10, 59, 60, 61, 119, 120, 121, 125, 126, 180, 300, 1000]) {
            const times = { readiness: () => readyAfter, drain: () => drain };
            const peak = peakOfStopFirst({ nodes, parallelism, wait, ...times });
            const figure = drainingNodes(limits(0, parallelism, wait), nodes, readyAfter, drain);
            if (peak !== figure) missed.push({ nodes, parallelism, readyAfter, drain, peak, figure });
          }
    expect(missed).toEqual([]);
  });
});
