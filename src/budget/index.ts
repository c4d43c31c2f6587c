import type { Topology } from '../topology/types.ts';
import { databaseBudget } from './database.ts';
import type { Standing } from './more-nodes.ts';
import { poolerBudget } from './poolers.ts';
import { scenariosOf } from './scenarios.ts';
import { type Holding, serviceBudget } from './services.ts';
import { type Site, sitesOf } from './site.ts';
import type { Budget, DatabaseBudget, PoolerBudget } from './types.ts';

/**
 * Computes the worst case of every database and pooler in every scenario, exactly. Pure: the same topology always gives
 * the same budget. All counts are whole numbers, or Infinity where a pool has no bound.
 */
export function computeBudget(topology: Topology): Budget {
  const { policy } = topology;
  const scenariosFor = scenariosOf(topology);
  const databases: DatabaseBudget[] = [];
  const poolers = new Map<string, PoolerBudget>();
  const standings = new Map<string, Standing[]>();
  const holdings = new Map<string, Holding[]>();
  for (const site of sitesOf(topology)) {
    const scenarios = scenariosFor([...site.services, ...site.poolers.map(({ pooler }) => pooler)]);
    const database = databaseBudget(site, scenarios, policy);
    databases.push(database.budget);
    remember(standings, site, database.standings);
    hold(holdings, database.budget);
    for (const poolerSite of site.poolers) {
      const pooler = poolerBudget(site, poolerSite, scenarios, policy);
      poolers.set(pooler.budget.name, pooler.budget);
      for (const standing of pooler.standings) remember(standings, standing.site, [standing]);
    }
  }
  return {
    databases,
    poolers: topology.poolers.map(({ name }) => poolers.get(name) as PoolerBudget),
    services: topology.services.map((service) =>
      serviceBudget(
        service,
        standings.get(service.name) ?? [],
        holdings.get(service.name) ?? [],
        policy.concurrentDeploys,
      ),
    ),
  };
}

function remember(standings: Map<string, Standing[]>, site: Site, more: readonly Standing[]): void {
  for (const { name } of site.services) standings.set(name, [...(standings.get(name) ?? []), ...more]);
}

function hold(holdings: Map<string, Holding[]>, { scenarios, usable }: DatabaseBudget): void {
  const steady = scenarios[0];
  for (const addend of steady?.breakdown ?? []) {
    const { connections } = steady as { connections: number };
    holdings.set(addend.source, [...(holdings.get(addend.source) ?? []), { addend, connections, usable }]);
  }
}
