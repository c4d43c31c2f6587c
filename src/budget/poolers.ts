import type { Policy } from '../topology/types.ts';
import type { Scenario } from './demand/scenarios.ts';
import type { Standing } from './more-nodes.ts';
import { type PoolerSite, poolerAlone, type Site } from './network/network.ts';
import { clients, inUse } from './network/objectives.ts';
import { clientLimit, processesOf, serverCapacity } from './network/pooler.ts';
import { rankingOf } from './search/ranking.ts';
import { worstSet } from './search/worst-set.ts';
import type { PoolerBudget, PoolerScenario } from './types.ts';

/**
 * The budget of one pooler over the scenarios that concern its database, and the client limit its services must keep.
 * `site` is the pooler's own. Clients meet the processes of the steady state: a rollout of the pooler itself may not be there to help.
 */
export function poolerBudget(
  whole: Site,
  poolerSite: PoolerSite,
  scenarios: readonly Scenario[],
  policy: Policy,
): { budget: PoolerBudget; site: Site; standings: Standing[] } {
  const { pooler } = poolerSite;
  const site = poolerAlone(whole, poolerSite);
  const computed: PoolerScenario[] = [];
  const standings: Standing[] = [];
  for (const scenario of scenarios) {
    const outcome = worstSet(site, scenario, policy.concurrentDeploys, clients);
    const server = worstSet(site, scenario, policy.concurrentDeploys, inUse);
    const limit = clientLimit(pooler, processesOf(pooler, scenario.nodes(pooler)));
    const before = computed.at(-1);
    const same = before?.clients === outcome.connections && before.serverConnections === server.connections;
    if (scenario.kind === 'draining' && same) continue;
    if (scenario.kind !== 'draining') {
      const ranking = rankingOf(site, scenario, clients, policy.concurrentDeploys);
      standings.push({ site, scenario, objective: clients, limit, outcome, ceiling: Infinity, ranking });
    }
    const processes = server.poolers[0]?.processes ?? 0;
    computed.push({
      name: scenario.name,
      kind: scenario.kind,
      processes,
      clients: outcome.connections,
      clientLimit: limit,
      serverConnections: server.connections,
      serverCapacity: serverCapacity(poolerSite, processes),
      fits: outcome.connections <= limit && outcome.connections !== Infinity,
    });
  }
  const steady = processesOf(pooler, pooler.nodes);
  return {
    budget: {
      name: pooler.name,
      to: pooler.to,
      pairs: pooler.pairs ?? poolerSite.pairs.length,
      serverCapacity: serverCapacity(poolerSite, steady),
      scenarios: computed,
    },
    site,
    standings,
  };
}
