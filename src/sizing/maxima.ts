import type { Budget } from '../budget/types.ts';
import type { Database, Topology } from '../topology/types.ts';
import type { PartSizes } from './advice-part.ts';
import type { MaximumAdvice } from './types.ts';
import { smallestMaximum } from './way-out.ts';

/**
 * `max_connections` of every database for the sizes that its topology has: today's as long as it is enough, else the
 * smallest that keeps the policy's headroom in every scenario. `budget` is the topology's own.
 */
export function maximaOf(
  { databases, policy }: Topology,
  budget: Pick<Budget, 'databases'>,
  parts: ReadonlyMap<string, PartSizes>,
): MaximumAdvice[] {
  return databases.map((database, index) => {
    const { name, maxConnections: current } = database;
    const scenarios = budget.databases[index]?.scenarios ?? [];
    const worst = scenarios.reduce((most, each) => (each.connections > most.connections ? each : most));
    const maximum = (connections: number) =>
      connections === Infinity ? null : smallestMaximum(database, policy, connections);
    const needed = maximum(worst.connections);
    const recommended = Math.max(current, needed ?? current);
    const part = parts.get(name);
    const wanted = part === undefined ? null : maximum(part.wanted);
    return {
      on: `databases.${name}.max_connections`,
      database: name,
      current,
      recommended,
      needed,
      neededForTargets: wanted !== null && wanted > recommended ? wanted : null,
      memoryBytes: recommended === Infinity ? Infinity : recommended * database.backendMemoryBytes,
      reason: reasonOf(database, `${worst.name} needs ${needed}`, needed, recommended > current),
    };
  });
}

function reasonOf({ maxConnections, plan }: Database, need: string, needed: number | null, more: boolean): string {
  if (needed === null) return 'no number is enough: a pool has no bound, or the policy leaves nothing to use';
  if (!more) return maxConnections === Infinity ? `${need}, and nothing limits it` : `${need} with these sizes`;
  const larger = plan === null ? '' : `, more than the plan ${plan} has`;
  return `no pool sizes fit ${maxConnections}: ${need} with these${larger}`;
}
