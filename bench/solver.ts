import fc from 'fast-check';
import { mediumTopologies } from '../test/sizing/medium-topologies.ts';
import { programsOf } from '../test/sizing/program.ts';
import { fairestBySolver } from '../test/sizing/solver.ts';

/** The library as other programs have it; from source it would be a third slower. */
const library: typeof import('../src/index.ts') = await import(new URL('../dist/index.js', import.meta.url).href);

/** Seconds of the processor that recommending sizes takes for some topologies, and an integer-programming solver for the same. */
export function sizingSeconds(): { readonly ours: number; readonly solver: number; readonly pools: number } {
  const { computeBudget, recommendSizes } = library;
  const topologies = fc.sample(mediumTopologies, { numRuns: 60, seed: 1 });
  const budgets = topologies.map((topology) => ({ topology, budget: computeBudget(topology) }));
  const programs = topologies.flatMap(programsOf);
  const recommend = () => budgets.forEach(({ topology, budget }) => void recommendSizes(topology, { budget }));
  const rounds = (count: number) => Array.from({ length: count }, recommend);
  // Until V8 has compiled it: the solver comes compiled.
  rounds(25);
  return {
    ours: secondsOf(() => rounds(15)) / 15,
    solver: secondsOf(() => programs.forEach((program) => void fairestBySolver(program))),
    pools: programs.reduce((sum, { pools }) => sum + pools.length, 0),
  };
}

function secondsOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
