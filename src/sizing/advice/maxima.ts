import type { Budget } from '../../budget/types.ts';
import type { Database, Topology } from '../../topology/types.ts';
import { neededOf } from '../in-use/needed.ts';
import type { MaximumAdvice, Needed } from '../types.ts';
import { greatest, smallestMaximum } from '../ways-out/way-out.ts';
import { probability as words } from '../words.ts';

/**
 * `max_connections` of every database for the sizes that its topology has: today's as long as it is enough, else the
 * smallest that keeps the policy's headroom, or its probability, in every scenario. `budget` is the topology's own; `desired`
 * what those databases would need some of whose pools got less than they were to have, if they had it.
 */
export function maximaOf(
  topology: Topology,
  budget: Pick<Budget, 'databases'>,
  desired: ReadonlyMap<string, readonly Needed[]>,
): MaximumAdvice[] {
  const needs = neededOf(topology, budget);
  return topology.databases.map((database, index) => {
    const { name, maxConnections: current } = database;
    const maximaFor = (some: readonly Needed[]) => some.map((each) => smallestMaximum(database, topology.policy, each));
    const need = needs[index] as Needed[];
    const maxima = maximaFor(need);
    const needed = greatest(maxima);
    const { scenario, probability } = need[maxima.indexOf(needed)] as Needed;
    const chance = probability === null ? '' : ` for a probability of ${words(probability)}`;
    const recommended = Math.max(current, needed ?? current);
    const all = greatest(maximaFor(desired.get(name) ?? []));
    return {
      on: `databases.${name}.max_connections`,
      database: name,
      current,
      recommended,
      needed,
      neededForAll: all !== null && all > recommended ? all : null,
      memoryBytes: recommended === Infinity ? Infinity : recommended * database.backendMemoryBytes,
      reason: reasonOf(database, `${scenario} needs ${needed}${chance}`, needed, recommended > current),
    };
  });
}

function reasonOf({ maxConnections, plan }: Database, need: string, needed: number | null, more: boolean): string {
  if (maxConnections === Infinity) return 'the server sets no limit';
  if (needed === null) return 'no number is enough: a pool has no bound, or the policy leaves nothing to use';
  if (!more) return `${need} with these sizes`;
  const larger = plan === null ? '' : `, more than the plan ${plan} has`;
  return `no pool sizes fit ${maxConnections}: ${need} with these${larger}`;
}
