import type { Topology } from '../topology/types.ts';
import { databaseBudget } from './database.ts';
import type { Standing } from './more-nodes.ts';
import { poolerBudget } from './poolers.ts';
import { scenariosOf } from './scenarios.ts';
import { grant, serviceBudget } from './services.ts';
import { sitesOf } from './site.ts';
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
  const standings = new Map<string, Standing[][]>();
  const granted = new Map<string, number>();
  const concern = (services: readonly { name: string }[], more: Standing[]) => {
    for (const { name } of services) {
      const known = standings.get(name);
      if (known) known.push(more);
      else standings.set(name, [more]);
    }
  };
  for (const site of sitesOf(topology)) {
    const scenarios = scenariosFor([...site.services, ...site.poolers.map(({ pooler }) => pooler)]);
    const database = databaseBudget(site, scenarios, policy);
    databases.push(database.budget);
    concern(site.services, database.standings);
    grant(granted, database.budget);
    for (const poolerSite of site.poolers) {
      const pooler = poolerBudget(site, poolerSite, scenarios, policy);
      poolers.set(pooler.budget.name, pooler.budget);
      concern(pooler.site.services, pooler.standings);
    }
  }
  return {
    databases,
    poolers: topology.poolers.map(({ name }) => poolers.get(name) as PoolerBudget),
    services: topology.services.map((service) => {
      const { name } = service;
      const own = standings.get(name)?.flat() ?? [];
      return serviceBudget(service, own, granted.get(name) ?? 0, policy.concurrentDeploys);
    }),
  };
}
