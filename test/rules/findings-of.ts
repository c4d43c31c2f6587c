import type { Finding } from '../../src/findings/types.ts';
import { toPlan } from '../../src/plan/index.ts';
import type { Plan } from '../../src/plan/types.ts';
import { check } from '../../src/rules/index.ts';
import { parseTopology } from '../../src/topology/index.ts';

/** The plan of a topology file after some changes, on 2026-06-01. */
export const planFor = (text: string, sets: readonly string[] = []): Plan =>
  toPlan(parseTopology(text, 'topology.yml', sets), '2026-06-01');

/** All findings about it. */
export const findingsOf = (text: string, sets?: readonly string[]): readonly Finding[] => check(planFor(text, sets));
