import { computeBudget } from '../../src/budget/index.ts';
import type { Finding } from '../../src/findings/types.ts';
import { check } from '../../src/rules/index.ts';
import { recommendSizes } from '../../src/sizing/index.ts';
import { parseTopology } from '../../src/topology/index.ts';

/** All findings about a topology file, judged on a fixed day. */
export function findingsOf(text: string, today = '2026-06-01'): Finding[] {
  const topology = parseTopology(text, 'topology.yml');
  const budget = computeBudget(topology);
  return check({ topology, budget, sizing: recommendSizes(topology, budget), today });
}
