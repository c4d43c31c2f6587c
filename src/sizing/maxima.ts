import type { Budget } from '../budget/types.ts';
import type { Database, Topology } from '../topology/types.ts';
import type { MaximumAdvice } from './types.ts';
import { smallestMaximum } from './way-out.ts';

/**
 * `max_connections` of every database for the sizes that its topology has: today's as long as it is enough, else the
 * smallest that keeps the policy's headroom in every scenario. `budget` is the topology's own; `wished` the most connections
 * of databases some of whose pools got less than they were to have, if they had it.
 */
export function maximaOf(
  { databases, policy }: Topology,
  budget: Pick<Budget, 'databases'>,
  wished: ReadonlyMap<string, number>,
): MaximumAdvice[] {
  return databases.map((database, index) => {
    const { name, maxConnections: current, judgedBy } = database;
    const scenarios = budget.databases[index]?.scenarios ?? [];
    const worst = scenarios.reduce((most, each) => (each.connections > most.connections ? each : most));
    const maximum = (connections: number) =>
      connections === Infinity ? null : smallestMaximum(database, policy, connections);
    const needed = judgedBy === 'probability' ? null : maximum(worst.connections);
    const recommended = Math.max(current, needed ?? current);
    const all = judgedBy === 'probability' ? null : maximum(wished.get(name) ?? 0);
    return {
      on: `databases.${name}.max_connections`,
      database: name,
      current,
      recommended,
      needed,
      neededForAll: all !== null && all > recommended ? all : null,
      memoryBytes: recommended === Infinity ? Infinity : recommended * database.backendMemoryBytes,
      reason: reasonOf(database, `${worst.name} needs ${needed}`, needed, recommended > current),
    };
  });
}

function reasonOf(
  { maxConnections, plan, judgedBy }: Database,
  need: string,
  needed: number | null,
  more: boolean,
): string {
  if (judgedBy === 'probability') return 'judged by how probable it is that more are in use, not by the worst case';
  if (maxConnections === Infinity) return 'the server sets no limit';
  if (needed === null) return 'no number is enough: a pool has no bound, or the policy leaves nothing to use';
  if (!more) return `${need} with these sizes`;
  const larger = plan === null ? '' : `, more than the plan ${plan} has`;
  return `no pool sizes fit ${maxConnections}: ${need} with these${larger}`;
}
