import { connectionsOf, type Flow, idleConnectionsOf } from '../demand/flows.ts';
import type { Objective } from './loads.ts';
import { served, serverIdle } from './pooler.ts';

/** Connections in use on the database. */
export const inUse: Objective = {
  amount: connectionsOf,
  passed: (network, processes, clients) => served(network, processes, clients).connections,
};

/** Connections on the database that stay open when everything idles. */
export const idle: Objective = { amount: idleConnectionsOf, passed: serverIdle };

/** Clients of the poolers, whatever they pass on. */
export const clients: Objective = {
  amount: connectionsOf,
  passed: (_network, _processes, byPair) => byPair.reduce((sum, count) => sum + count, 0),
  additive: true,
};

/** Connections on the database of the flows that a condition holds for. */
export const only = (holds: (flow: Flow) => boolean): Objective => ({
  ...inUse,
  amount: (flow, nodes) => (holds(flow) ? connectionsOf(flow, nodes) : 0),
});
