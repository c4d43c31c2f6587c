import { computeBudget } from '../../src/budget/index.ts';
import type { Finding } from '../../src/findings/types.ts';
import { check } from '../../src/rules/index.ts';
import { overcommitOf } from '../../src/sizing/in-use/overcommit.ts';
import { recommendSizes } from '../../src/sizing/index.ts';
import { parseTopology } from '../../src/topology/index.ts';

/** All findings about a topology file after some changes, judged on 2026-06-01. */
export function findingsOf(text: string, sets: readonly string[] = []): readonly Finding[] {
  const topology = parseTopology(text, 'topology.yml', sets);
  const budget = computeBudget(topology);
  return check({
    topology,
    budget,
    sizing: recommendSizes(topology, budget),
    overcommit: overcommitOf(topology, budget),
    today: '2026-06-01',
  });
}
