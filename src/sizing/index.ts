import type { Topology } from '../topology/types.ts';
import { changedSettings } from './advice/changed-settings.ts';
import { decideSizes, type SizeDecision } from './advice/decision.ts';
import { poolAdvice } from './advice/index.ts';
import { targetOf } from './limits/target.ts';
import { partsOf } from './parts.ts';
import type { KnownBudget, Recommendation, Sizing, Spare, WayOut } from './types.ts';
import { wayOutOf } from './ways-out/way-out.ts';
import { withSizes } from './with-sizes.ts';

export { adviseSizes } from './advice/index.ts';
export { withSizes };

/**
 * What a plan shows of the sizes that `decideSizes` decides: those that change. Where no sizes keep a database within the
 * policy's headroom, what would; where a database keeps it, how much it has to spare. `known` is the topology's own.
 */
export function recommendSizes(topology: Topology, known: KnownBudget): Sizing {
  const decision = decideSizes(topology, known);
  return {
    recommendations: recommendations(decision),
    settings: changedSettings(topology, decision),
    waysOut: waysOut(decision),
    spare: spare(topology, known),
  };
}

function recommendations(decision: SizeDecision): Recommendation[] {
  if (decision.parts.length === 0) return [];
  return decision.pools.flatMap((pool) => {
    const decided = decision.sizes.get(pool.on);
    if (decided === undefined || decided.size === pool.current) return [];
    const { on, current, recommended, size, overflow, reason } = poolAdvice(pool, decision);
    return [{ on, current, recommended, size, overflow, reason }];
  });
}

function waysOut({ parts, decided }: SizeDecision): WayOut[] {
  const infeasible = parts.filter((part) => part.infeasible);
  const after = partsOf(decided, new Set(infeasible.map(({ database }) => database)));
  return infeasible.map((part) => wayOutOf(part, after.get(part.database) as Topology));
}

function spare({ databases, policy }: Topology, { budget }: KnownBudget): Spare[] {
  return budget.databases.flatMap(({ name, scenarios, worst }, index): Spare[] => {
    const database = databases[index] as Topology['databases'][number];
    const target = targetOf(database, policy);
    const most = Math.max(...scenarios.map(({ connections }) => connections));
    if (most > target || database.judgedBy === 'probability') return [];
    return [{ database: name, scenario: worst, connections: target === most ? 0 : target - most }];
  });
}
