import type { Topology } from '../topology/types.ts';
import { databaseBudget } from './database.ts';
import { scenariosOf } from './demand/scenarios.ts';
import type { Constraint, Membership } from './more-nodes.ts';
import { type DatabaseNetwork, networksOf, subjectsOf } from './network/network.ts';
import { poolerBudget } from './poolers.ts';
import { grantedBy, serviceBudget } from './services.ts';
import type { Budget, DatabaseBudget, PoolerBudget } from './types.ts';

/**
 * Computes the worst case of every database and pooler in every scenario, exactly. Pure: the same topology always gives
 * the same budget. All counts are whole numbers, or Infinity where a pool has no bound.
 */
export function computeBudget(topology: Topology): Budget {
  const { services, policy } = topology;
  const memberships = services.map((): Membership[] => []);
  const granted = services.map(() => 0);
  const worst = worstCases(topology, ({ members }, constraints, database) => {
    const given = database ? grantedBy(database, members) : [];
    members.forEach(({ order }, member) => {
      memberships[order]?.push({ constraints, member });
      granted[order] = (granted[order] as number) + (given[member] ?? 0);
    });
  });
  const budgets = services.map((service, order) =>
    serviceBudget(service, memberships[order] ?? [], granted[order] as number, policy.concurrentDeploys),
  );
  return { ...worst, services: budgets };
}

/**
 * The databases and poolers of a budget. `visit` is told of every network (a database's with its budget, then those of its
 * poolers) and of the limits that its members have to keep.
 */
export function worstCases(
  topology: Topology,
  visit: (
    network: DatabaseNetwork,
    constraints: readonly Constraint[],
    database: DatabaseBudget | null,
  ) => void = () => {},
): Pick<Budget, 'databases' | 'poolers'> {
  const scenariosFor = scenariosOf(topology);
  const databases: DatabaseBudget[] = [];
  const poolers = new Map<string, PoolerBudget>();
  for (const network of networksOf(topology)) {
    const scenarios = scenariosFor(subjectsOf(network));
    const database = databaseBudget(network, scenarios, topology.policy);
    databases.push(database.budget);
    visit(network, database.constraints, database.budget);
    for (const poolerNetwork of network.poolers) {
      const pooler = poolerBudget(network, poolerNetwork, scenarios, topology.policy);
      poolers.set(pooler.budget.name, pooler.budget);
      visit(pooler.network, pooler.constraints, null);
    }
  }
  return { databases, poolers: topology.poolers.map(({ name }) => poolers.get(name) as PoolerBudget) };
}
