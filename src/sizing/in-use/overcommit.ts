import { scenariosOf } from '../../budget/demand/scenarios.ts';
import { networksOf, subjectsOf } from '../../budget/network/network.ts';
import type { Budget, DatabaseBudget } from '../../budget/types.ts';
import type { Topology } from '../../topology/types.ts';
import type { Overcommit } from '../types.ts';
import { chanceBeyond, mostToldApart } from './connections.ts';
import { modelledPool } from './service.ts';

/**
 * How probable it is that more connections are in use at once than a database has, in every scenario whose worst case
 * exceeds it; for databases that some traffic leads to, in file order. `budget` is the topology's own.
 *
 * A model, with the exact distribution of the sum: every process is a queue of its own (M/M/c: checkouts arrive at random
 * and wait for a connection of the pool), independent of all others, with an even part of its node's traffic. A pool holds
 * at least its `min` and no idle connection beyond it. Extras, other clients and services without traffic count with the
 * most they open, poolers never open more than in the worst case. Nodes are those of the worst case of the scenario. A
 * backlog that is left when a deploy has nodes missing is not counted.
 */
export function overcommitOf(topology: Topology, budget: Pick<Budget, 'databases'>): Overcommit[] {
  if (topology.services.every(({ traffic }) => traffic === null)) return [];
  const scenariosFor = scenariosOf(topology);
  return networksOf(topology).flatMap((network, index) => {
    const exceeding = exceedingOf(budget.databases[index] as DatabaseBudget);
    const modelled = network.members.filter(({ service }) => modelledPool(service, network) !== null);
    if (exceeding.size === 0 || (modelled.length === 0 && network.database.judgedBy === 'worst_case')) return [];
    const { usable } = budget.databases[index] as DatabaseBudget;
    if (usable > mostToldApart) return [];
    const scenarios = scenariosFor(subjectsOf(network)).filter(({ name }) => exceeding.has(name));
    const probabilities = scenarios.map((scenario): [string, number] => [
      scenario.name,
      chanceBeyond(network, scenario, topology.policy, usable),
    ]);
    return [
      {
        database: network.database.name,
        modelled: modelled.map(({ service }) => service.name),
        probabilities: new Map(probabilities),
      },
    ];
  });
}

const exceedingOf = ({ usable, scenarios }: DatabaseBudget): ReadonlySet<string> =>
  new Set(scenarios.filter(({ connections }) => connections > usable).map(({ name }) => name));
