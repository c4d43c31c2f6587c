import type { Policy } from '../topology/types.ts';
import type { Scenario } from './demand/scenarios.ts';
import type { Constraint } from './more-nodes.ts';
import { type DatabaseNetwork, type PoolerNetwork, poolerAlone } from './network/network.ts';
import { clients, inUse } from './network/objectives.ts';
import { clientLimit, processesOf, serverCapacity } from './network/pooler.ts';
import { rankingOf } from './search/ranking.ts';
import { worstSet } from './search/worst-set.ts';
import type { PoolerBudget, PoolerScenario } from './types.ts';

/**
 * The budget of one pooler over the scenarios that concern its database, and the client limit its services must keep.
 * `network` is the pooler's own. Clients meet the processes of the steady state: a rollout of the pooler itself may not be there to help.
 */
export function poolerBudget(
  whole: DatabaseNetwork,
  poolerNetwork: PoolerNetwork,
  scenarios: readonly Scenario[],
  policy: Policy,
): { budget: PoolerBudget; network: DatabaseNetwork; constraints: Constraint[] } {
  const { pooler } = poolerNetwork;
  const network = poolerAlone(whole, poolerNetwork);
  const computed: PoolerScenario[] = [];
  const constraints: Constraint[] = [];
  for (const scenario of scenarios) {
    const outcome = worstSet(network, scenario, policy.concurrentDeploys, clients);
    const server = worstSet(network, scenario, policy.concurrentDeploys, inUse);
    const limit = clientLimit(pooler, processesOf(pooler, scenario.nodes(pooler)));
    const before = computed.at(-1);
    const same = before?.clients === outcome.connections && before.serverConnections === server.connections;
    if (scenario.kind === 'draining' && same) continue;
    if (scenario.kind !== 'draining') {
      const ranking = rankingOf(network, scenario, clients, policy.concurrentDeploys);
      constraints.push({ network, scenario, objective: clients, limit, outcome, ceiling: Infinity, ranking });
    }
    const processes = server.poolers[0]?.processes ?? 0;
    computed.push({
      name: scenario.name,
      kind: scenario.kind,
      processes,
      clients: outcome.connections,
      clientLimit: limit,
      serverConnections: server.connections,
      serverCapacity: serverCapacity(poolerNetwork, processes),
      fits: outcome.connections <= limit && outcome.connections !== Infinity,
    });
  }
  const steady = processesOf(pooler, pooler.nodes);
  return {
    budget: {
      name: pooler.name,
      to: pooler.to,
      pairs: pooler.pairs ?? poolerNetwork.pairs.length,
      serverCapacity: serverCapacity(poolerNetwork, steady),
      scenarios: computed,
    },
    network,
    constraints,
  };
}
